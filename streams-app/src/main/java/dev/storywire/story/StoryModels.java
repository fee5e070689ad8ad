package dev.storywire.story;

/**
 * What was learned about stories: whether an article joins one, whether two are one.
 *
 * @param join over {@link JoinFeatures}
 * @param merge over {@link MergeFeatures}
 * @param split over {@link MergeFeatures} of the two parts
 */
record StoryModels(StemTable stems, BoostedTrees join, BoostedTrees merge, BoostedTrees split) {
  /** Reads the shipped models, which {@link StoriesTraining} makes. */
  static StoryModels shipped() {
    return new StoryModels(
        StemTable.shipped(),
        BoostedTrees.load("join.trees", JoinFeatures.NAMES),
        BoostedTrees.load("merge.trees", MergeFeatures.NAMES),
        BoostedTrees.load("split.trees", MergeFeatures.NAMES));
  }
}
