package dev.storywire.story;

import java.util.List;

/** Sees what decisions are made on; training learns from it. */
interface DecisionObserver {
  /** Looks away. */
  DecisionObserver NONE =
      new DecisionObserver() {
        @Override
        public void join(String uri, List<Candidate> candidates) {}

        @Override
        public void merge(StoryState a, StoryState b, double[] features) {}

        @Override
        public void split(Bisection parts, double[] features) {}
      };

  /** An article is about to be decided among these. */
  void join(String uri, List<Candidate> candidates);

  /** Two stories are about to be compared. */
  void merge(StoryState a, StoryState b, double[] features);

  /** A story is about to be parted. */
  void split(Bisection parts, double[] features);
}
