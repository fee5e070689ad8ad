package dev.storywire.story;

/**
 * What was learned about stories: whether an article joins one, whether two are one.
 *
 * @param join over {@link JoinFeatures}
 * @param merge over {@link MergeFeatures}
 */
record StoryModels(StemTable stems, BoostedTrees join, BoostedTrees merge) {
  /** Reads the shipped models, which {@link StoriesTraining} makes. */
  static StoryModels shipped() {
    return new StoryModels(
        StemTable.shipped(),
        BoostedTrees.load("join.trees", JoinFeatures.NAMES),
        BoostedTrees.load("merge.trees", MergeFeatures.NAMES));
  }
}
