package dev.storywire.story.cluster;

/** Sees what decisions are made on; training learns from it. */
public interface DecisionObserver {
  /** Looks away. */
  DecisionObserver NONE =
      new DecisionObserver() {
        @Override
        public void join(String uri, StoryState story, double[] features) {}

        @Override
        public void merge(StoryState a, StoryState b, double[] features) {}

        @Override
        public void split(StoryState stays, StoryState leaves, double[] features) {}
      };

  /** An article is about to be held against a story. */
  void join(String uri, StoryState story, double[] features);

  /** Two stories are about to be compared. */
  void merge(StoryState a, StoryState b, double[] features);

  /** A story is about to be parted. */
  void split(StoryState stays, StoryState leaves, double[] features);
}
