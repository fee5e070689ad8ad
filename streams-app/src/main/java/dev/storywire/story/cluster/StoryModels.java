package dev.storywire.story.cluster;

import dev.storywire.story.trees.BoostedTrees;
import dev.storywire.story.vector.StemTable;
import dev.storywire.story.vector.WordEmbeddings;
import dev.storywire.text.TextFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The learned models of three decisions: whether an article joins a story, whether two stories are
 * merged, and whether a story is split.
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
  /** Languages other than English that have a stem table. */
  private static final Set<String> STEM_TABLES = Set.of("de", "es", "nl");

  /**
   * The reduction of the thresholds of joins and merges for headlines without text. Models that are
   * trained without a source of headlines give its headlines lower scores than texts.
   */
  private static final double HEADLINE_REDUCTION = 0.1;

  /** The stem tables that lanes have used. */
  private static final Map<String, StemTable> TABLES = new ConcurrentHashMap<>();

  /** Returns the shipped models, which all lanes share. */
  public static StoryModels shipped() {
    return Shipped.MODELS;
  }

  /** Reads the shipped stem table. */
  public static StemTable shippedStems() {
    return stems("en");
  }

  /** Reads the shipped embeddings of stems. */
  public static WordEmbeddings shippedEmbeddings() {
    return WordEmbeddings.read(StoryModels.class, "embeddings-en.bin");
  }

  /**
   * Returns the models for a lane: with the stem table of its language, if there is one. The name
   * of a lane contains its language.
   */
  public StoryModels forLane(String lane) {
    for (String part : lane.split("\\.")) {
      if (STEM_TABLES.contains(part)) {
        StemTable table = TABLES.computeIfAbsent(part, StoryModels::stems);
        return new StoryModels(table, embeddings, join, merge, split);
      }
    }
    return this;
  }

  /**
   * Returns the score that an article needs to join a story.
   *
   * @param words the length of the article, or of those of the story if it is greater
   */
  double joinThreshold(double words) {
    return join.threshold() - reduction(words);
  }

  /**
   * Returns the score that two stories need to be merged.
   *
   * @param words the greater of the mean lengths of their articles
   */
  double mergeThreshold(double words) {
    return merge.threshold() - reduction(words);
  }

  private static double reduction(double words) {
    return Levels.isHeadline(words) ? HEADLINE_REDUCTION : 0;
  }

  /** Returns the same models without embeddings, as they decide in a language that has none. */
  public StoryModels withoutEmbeddings() {
    return new StoryModels(stems, WordEmbeddings.NONE, join, merge, split);
  }

  private static StemTable stems(String language) {
    return new StemTable(lines("stems-" + language + ".txt"));
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
