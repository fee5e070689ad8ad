package dev.storywire.story.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A story that an article may belong to. */
final class Candidate {
  /** Number of nearest members that are kept. */
  static final int NEAREST = 6;

  /** Highest dot product first; the id decides between equals. */
  static final Comparator<Candidate> BY_OVERLAP =
      Comparator.comparingInt((Candidate c) -> -c.overlap).thenComparing(c -> c.story.id);

  /** Highest score first; the id decides between equals. */
  static final Comparator<Candidate> BY_SCORE =
      Comparator.comparingDouble((Candidate c) -> -c.score).thenComparing(c -> c.story.id);

  final StoryState story;

  /** The members that share most with the article, most first. */
  final List<MemberArticle> nearest = new ArrayList<>(NEAREST);

  /** The highest dot product of a member, over the words looked up. */
  final int overlap;

  double[] features = new double[0];
  double score;

  /** The reason for not joining the story, whatever the score; null if there is none. */
  JoinDecision.@Nullable Mismatch mismatch;

  Candidate(StoryState story, int overlap) {
    this.story = story;
    this.overlap = overlap;
  }

  /** Notes a member and its overlap in this search; one without an overlap is not near. */
  void offer(MemberArticle member, int memberOverlap) {
    if (memberOverlap == 0) {
      return;
    }
    member.overlap = memberOverlap;
    int at = nearest.size();
    while (at > 0 && nearer(member, nearest.get(at - 1))) {
      at--;
    }
    if (at < NEAREST) {
      if (nearest.size() == NEAREST) {
        nearest.remove(NEAREST - 1);
      }
      nearest.add(at, member);
    }
  }

  private static boolean nearer(MemberArticle a, MemberArticle b) {
    return a.overlap != b.overlap ? a.overlap > b.overlap : a.sequence > b.sequence;
  }
}
