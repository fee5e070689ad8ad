package dev.storywire.story.cluster;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;

/**
 * Tells from a story's newest article what was decided wrongly on less evidence: that the story and
 * a neighbour are one, or that it is two.
 */
final class RepairEvidence {
  /** A story that scores less for an article is no neighbour that a merge is considered with. */
  private static final double NEIGHBOUR = 0.05;

  /** Members of the smaller story above which two are left alone: a merge moves each. */
  private static final int MOST_MOVED = 500;

  /**
   * Sizes at which a story is looked at as two. What is one at 32 articles has been found to be at
   * each step before.
   */
  private static final IntOpenHashSet LOOKED_AT =
      IntOpenHashSet.of(3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32);

  private final StoryModels models;
  private final DecisionObserver observer;

  RepairEvidence(StoryModels models, DecisionObserver observer) {
    this.models = models;
    this.observer = observer;
  }

  /**
   * What is to be repaired, in this order.
   *
   * @param neighbours the stories that the newest article was held against
   */
  List<Repair> repairs(StoryState story, List<Candidate> neighbours) {
    List<Repair> merge = merge(story, neighbours);
    return merge.isEmpty() && LOOKED_AT.contains(story.members.size()) ? split(story) : merge;
  }

  private List<Repair> merge(StoryState story, List<Candidate> neighbours) {
    StoryState best = null;
    double bestScore = models.merge().bar();
    for (Candidate candidate : neighbours) {
      StoryState other = candidate.story;
      if (other != story
          && candidate.score >= NEIGHBOUR
          && Math.min(story.members.size(), other.members.size()) <= MOST_MOVED) {
        double[] features = MergeFeatures.of(story, other, candidate.score);
        observer.merge(story, other, features);
        double score = models.merge().score(features);
        if (score >= bestScore) {
          best = other;
          bestScore = score;
        }
      }
    }
    if (best == null) {
      return List.of();
    }
    boolean stays = stays(story, best);
    return List.of(
        new Repair.Merge(stays ? best.id : story.id, stays ? story.id : best.id, bestScore));
  }

  /** Of two that merge, the larger stays, or the one that is older here. */
  private static boolean stays(StoryState a, StoryState b) {
    return a.members.size() != b.members.size()
        ? a.members.size() > b.members.size()
        : a.members.get(0).sequence < b.members.get(0).sequence;
  }

  private List<Repair> split(StoryState story) {
    Bisection parts = Bisection.of(story.members);
    double[] features = MergeFeatures.of(parts.stays(), parts.leaves(), 0);
    observer.split(parts.stays(), parts.leaves(), features);
    double score = models.split().score(features);
    return score < models.split().bar()
        ? List.of()
        : List.of(new Repair.Split(story.id, parts.leaves().uris(), score));
  }
}
