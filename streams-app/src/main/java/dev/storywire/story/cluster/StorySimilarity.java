package dev.storywire.story.cluster;

import dev.storywire.story.vector.Comparison;
import java.util.List;

/** The similarity of an article to members of a story, by kind of vector. */
final class StorySimilarity {
  private static final int NEAREST_MEMBERS = 3;

  private final double[] sum = new double[Comparison.KINDS];
  private final double[][] nearest = new double[Comparison.KINDS][NEAREST_MEMBERS];
  private final int recent;
  private int compared;

  /**
   * Compares an article with members.
   *
   * @param newest the members over which means are computed; at least one
   * @param likely other members that may be nearer
   */
  StorySimilarity(Comparison article, List<MemberArticle> newest, List<MemberArticle> likely) {
    recent = newest.size();
    for (MemberArticle member : newest) {
      add(article, member, 1);
    }
    long oldest = newest.get(0).sequence;
    for (MemberArticle member : likely) {
      if (member.sequence < oldest) {
        add(article, member, 0);
      }
    }
  }

  private void add(Comparison article, MemberArticle member, int inMean) {
    compared++;
    for (int kind = 0; kind < Comparison.KINDS; kind++) {
      double cosine = article.cosine(kind, member.vectors);
      sum[kind] += inMean * cosine;
      double[] best = nearest[kind];
      for (int i = 0; i < NEAREST_MEMBERS && cosine > 0; i++) {
        double higher = Math.max(best[i], cosine);
        cosine = Math.min(best[i], cosine);
        best[i] = higher;
      }
    }
  }

  /** Returns the mean cosine with the newest members. */
  double mean(int kind) {
    return sum[kind] / recent;
  }

  /** Returns the highest cosine. */
  double most(int kind) {
    return nearest[kind][0];
  }

  /** Returns the mean of the three highest cosines, or of all if there are fewer. */
  double near(int kind) {
    double[] best = nearest[kind];
    return (best[0] + best[1] + best[2]) / Math.min(NEAREST_MEMBERS, compared);
  }
}
