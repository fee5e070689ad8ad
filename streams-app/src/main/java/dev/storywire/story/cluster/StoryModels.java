package dev.storywire.story.cluster;

import dev.storywire.story.trees.BoostedTrees;
import dev.storywire.story.vector.StemTable;
import dev.storywire.story.vector.WordEmbeddings;
import dev.storywire.text.TextFile;
import java.util.List;

/**
 * The learned models: whether an article joins a story, whether two stories are one, whether one is
 * two.
 *
 * @param stems how common stems are in news in general
 * @param embeddings the meaning of stems
 * @param join over {@link JoinFeatures}
 * @param merge over {@link MergeFeatures}
 * @param split over {@link MergeFeatures} of the two parts
 */
public record StoryModels(
    StemTable stems,
    WordEmbeddings embeddings,
    BoostedTrees join,
    BoostedTrees merge,
    BoostedTrees split) {
  /** Returns the shipped models, which all lanes share. */
  public static StoryModels shipped() {
    return Shipped.MODELS;
  }

  /** Reads the shipped stem table. */
  public static StemTable shippedStems() {
    return new StemTable(lines("stems-en.txt"));
  }

  /** Reads the shipped embeddings of stems. */
  public static WordEmbeddings shippedEmbeddings() {
    return WordEmbeddings.read(StoryModels.class, "embeddings-en.bin");
  }

  /** Returns the same models without embeddings, as they decide in a language that has none. */
  public StoryModels withoutEmbeddings() {
    return new StoryModels(stems, WordEmbeddings.NONE, join, merge, split);
  }

  private static List<String> lines(String resource) {
    return TextFile.shipped(StoryModels.class, resource);
  }

  /** Reads the models when they are first used. */
  private static final class Shipped {
    static final StoryModels MODELS =
        new StoryModels(
            shippedStems(),
            shippedEmbeddings(),
            BoostedTrees.parse(lines("join.trees"), JoinFeatures.FEATURES.names()),
            BoostedTrees.parse(lines("merge.trees"), MergeFeatures.FEATURES.names()),
            BoostedTrees.parse(lines("split.trees"), MergeFeatures.FEATURES.names()));
  }
}
