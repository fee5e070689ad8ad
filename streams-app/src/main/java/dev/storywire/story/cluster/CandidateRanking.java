package dev.storywire.story.cluster;

import java.util.ArrayList;
import java.util.List;

/** Ranks the stories that an article may belong to, and computes the features of the decision. */
final class CandidateRanking {
  private static final int CANDIDATES = 8;
  private static final int CROWD = 24;

  /** The overlap for a dot product of 1. */
  private static final double OVERLAP_OF_ONE = 255.0 * 255.0;

  private final CandidateIndex index;

  CandidateRanking(CandidateIndex index) {
    this.index = index;
  }

  /** Returns the most promising stories except its own, with their features. */
  List<Candidate> of(MemberArticle article) {
    List<Candidate> found = index.search(article, CANDIDATES, CROWD);
    List<Candidate> ranked = new ArrayList<>(found.subList(0, Math.min(CANDIDATES, found.size())));
    // an article may be ahead of the time to which the index has advanced
    ranked.removeIf(
        c -> c.story.newest().eventTime < article.eventTime - RememberedArticles.ACTIVE_MS);
    JoinFeatures.fill(article, ranked, meanOfFollowing(found));
    return ranked;
  }

  /** Returns the highest dot product with an article of another story that arrived later. */
  double similarityOfLater(MemberArticle article) {
    return index.maxOverlapOfLater(article) / OVERLAP_OF_ONE;
  }

  /** Returns the mean dot product of the stories that come right after the candidates. */
  private static double meanOfFollowing(List<Candidate> found) {
    int to = Math.min(found.size(), CANDIDATES + CROWD);
    double sum = 0;
    for (int i = CANDIDATES; i < to; i++) {
      sum += found.get(i).overlap / OVERLAP_OF_ONE;
    }
    return to <= CANDIDATES ? JoinFeatures.MISSING : sum / (to - CANDIDATES);
  }
}
