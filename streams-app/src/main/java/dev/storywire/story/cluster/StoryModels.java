package dev.storywire.story.cluster;

import dev.storywire.story.trees.BoostedTrees;
import dev.storywire.story.vector.StemTable;
import dev.storywire.text.TextFile;
import java.util.List;

/**
 * What was learned about stories: whether an article joins one, whether two are one, whether one is
 * two.
 *
 * @param stems how common stems are in news in general
 * @param join over {@link JoinFeatures}
 * @param merge over {@link MergeFeatures}
 * @param split over {@link MergeFeatures} of the two parts
 */
public record StoryModels(
    StemTable stems, BoostedTrees join, BoostedTrees merge, BoostedTrees split) {
  /** Reads the shipped models. */
  public static StoryModels shipped() {
    return new StoryModels(
        shippedStems(),
        BoostedTrees.parse(lines("join.trees"), JoinFeatures.FEATURES.names()),
        BoostedTrees.parse(lines("merge.trees"), MergeFeatures.FEATURES.names()),
        BoostedTrees.parse(lines("split.trees"), MergeFeatures.FEATURES.names()));
  }

  /** Reads the shipped stem table. */
  public static StemTable shippedStems() {
    return new StemTable(lines("stems-en.txt"));
  }

  private static List<String> lines(String resource) {
    return TextFile.shipped(StoryModels.class, resource);
  }
}
