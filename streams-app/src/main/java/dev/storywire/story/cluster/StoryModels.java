package dev.storywire.story.cluster;

import dev.storywire.story.trees.BoostedTrees;
import dev.storywire.story.trees.TreeBooster;
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
        new StemTable(lines("stems-en.txt")),
        BoostedTrees.parse(lines("join.trees"), JoinFeatures.NAMES),
        BoostedTrees.parse(lines("merge.trees"), MergeFeatures.NAMES),
        BoostedTrees.parse(lines("split.trees"), MergeFeatures.NAMES));
  }

  /** Trains a {@link #join} of so many trees, each so many questions deep. */
  public static TreeBooster joinBooster(int trees, int depth) {
    return new TreeBooster(JoinFeatures.NAMES, JoinFeatures.DIRECTIONS, trees, depth);
  }

  /** Trains a {@link #merge} of so many trees, each so many questions deep. */
  public static TreeBooster mergeBooster(int trees, int depth) {
    return new TreeBooster(MergeFeatures.NAMES, MergeFeatures.DIRECTIONS, trees, depth);
  }

  /** Trains a {@link #split} of so many trees, each so many questions deep. */
  public static TreeBooster splitBooster(int trees, int depth) {
    return new TreeBooster(MergeFeatures.NAMES, MergeFeatures.DIRECTIONS_APART, trees, depth);
  }

  private static List<String> lines(String resource) {
    return TextFile.shipped(StoryModels.class, resource);
  }
}
