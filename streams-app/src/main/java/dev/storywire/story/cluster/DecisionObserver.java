package dev.storywire.story.cluster;

/** Receives the features of each decision. Training collects its examples with one. */
public interface DecisionObserver {
  /** Ignores everything. */
  DecisionObserver NONE =
      new DecisionObserver() {
        @Override
        public void join(String uri, StoryState story, double[] features) {}

        @Override
        public void merge(StoryState a, StoryState b, double[] features) {}

        @Override
        public void split(StoryState stays, StoryState leaves, double[] features) {}
      };

  /** Receives the features of an article and a story, before they are scored. */
  void join(String uri, StoryState story, double[] features);

  /** Receives the features of two stories, before they are scored for a merge. */
  void merge(StoryState a, StoryState b, double[] features);

  /** Receives the features of two parts of a story, before they are scored for a split. */
  void split(StoryState stays, StoryState leaves, double[] features);
}
