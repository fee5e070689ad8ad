package dev.storywire.story.cluster;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;

/**
 * Finds decisions that the newest article of a story shows to be wrong, because the story and a
 * neighbour should be merged, or the story should be split.
 */
final class RepairEvidence {
  /** A candidate that scored less for the newest article is not considered for a merge. */
  static final double MIN_NEIGHBOUR_SCORE = 0.05;

  /** Maximum size of the smaller story of a merge, since a merge moves each of its members. */
  private static final int MAX_MOVED = 500;

  /**
   * Sizes at which a story is checked for a split: each size up to 16, then about each eighth more.
   */
  private static final IntOpenHashSet CHECKED_SIZES =
      IntOpenHashSet.of(
          3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40,
          44, 48, 56, 64, 72, 80, 96, 112, 128);

  private final StoryModels models;
  private final DecisionObserver observer;

  RepairEvidence(StoryModels models, DecisionObserver observer) {
    this.models = models;
    this.observer = observer;
  }

  /**
   * Returns the repairs to apply, in this order.
   *
   * @param neighbours the candidates of the newest article
   * @param names true to compare the names of the stories, too
   */
  List<Repair> repairs(StoryState story, List<Candidate> neighbours, boolean names) {
    List<Repair> merge = merge(story, neighbours, names);
    return merge.isEmpty() && CHECKED_SIZES.contains(story.members.size())
        ? split(story, names)
        : merge;
  }

  private List<Repair> merge(StoryState story, List<Candidate> neighbours, boolean names) {
    StoryState best = null;
    double bestScore = 0;
    for (Candidate candidate : neighbours) {
      StoryState other = candidate.story;
      if (other != story
          && candidate.score >= MIN_NEIGHBOUR_SCORE
          && !RoutineNotice.keepsApart(story, other)
          && Math.min(story.members.size(), other.members.size()) <= MAX_MOVED) {
        double[] features = features(story, other, candidate.score, names);
        observer.merge(story, other, features);
        double score = models.merge().score(features);
        double words = Math.max(story.meanLength(), other.meanLength());
        if (score >= Math.max(bestScore, models.mergeThreshold(words))) {
          best = other;
          bestScore = score;
        }
      }
    }
    return best == null ? List.of() : List.of(merge(story, best, bestScore));
  }

  /** Returns the merge of two stories, of which the larger, or else the older, remains. */
  static Repair.Merge merge(StoryState a, StoryState b, double score) {
    boolean stays = remains(a, b);
    return new Repair.Merge(stays ? b.id : a.id, stays ? a.id : b.id, score);
  }

  /** Returns true if the first of two that merge stays: the larger, or else the older. */
  private static boolean remains(StoryState a, StoryState b) {
    return a.members.size() != b.members.size()
        ? a.members.size() > b.members.size()
        : a.members.get(0).sequence < b.members.get(0).sequence;
  }

  private static double[] features(StoryState a, StoryState b, double join, boolean names) {
    return names ? MergeFeatures.of(a, b, join) : MergeFeatures.withoutNames(a, b, join);
  }

  private List<Repair> split(StoryState story, boolean names) {
    Bisection parts = Bisection.of(story.members);
    double[] features = features(parts.stays(), parts.leaves(), 0, names);
    observer.split(parts.stays(), parts.leaves(), features);
    double score = models.split().score(features);
    return score < models.split().threshold()
        ? List.of()
        : List.of(new Repair.Split(story.id, parts.leaves().uris(), score));
  }
}
