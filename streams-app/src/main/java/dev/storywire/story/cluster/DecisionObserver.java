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

  /** Called before an article is scored for a story. */
  void join(String uri, StoryState story, double[] features);

  /** Called before two stories are scored for a merge. */
  void merge(StoryState a, StoryState b, double[] features);

  /** Called before the parts of a story are scored for a split. */
  void split(StoryState stays, StoryState leaves, double[] features);
}
