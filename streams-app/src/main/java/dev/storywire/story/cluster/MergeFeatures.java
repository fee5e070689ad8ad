package dev.storywire.story.cluster;

import dev.storywire.story.trees.FeatureSet;
import dev.storywire.story.vector.Comparison;
import java.util.List;

/**
 * Computes the features of the decision to merge two stories or to split one: how similar their
 * newest members are across the stories, and how similar within each.
 */
public final class MergeFeatures {
  /** Newest members of each story that are compared with those of the other. */
  private static final int RECENT = 8;

  /** The features, in order. */
  public static final FeatureSet FEATURES =
      FeatureSet.of(
          "+words",
          "+pairs",
          "+headline",
          "+words.most",
          "+words.mutual",
          "cohesion.least",
          "cohesion.most",
          "fit",
          "mutual.fit",
          "size.least",
          "size.most",
          "-gap",
          "length",
          "+join",
          "+names",
          "+names.most",
          "+meaning",
          "+meaning.most",
          "+theme");

  private static final int NAMES = FEATURES.indexOf("names");
  private static final int NAMES_MOST = FEATURES.indexOf("names.most");

  private MergeFeatures() {}

  /**
   * Returns the features of two stories.
   *
   * @param join score of the newest article of one story for the other one; 0 for the parts of one
   *     story
   */
  static double[] of(StoryState a, StoryState b, double join) {
    Similarities across = new Similarities(a.newest(RECENT), b.newest(RECENT));
    double words = across.mean(Comparison.WORDS);
    boolean hasEmbedding = !a.newest().vectors.embedding().isNone();
    boolean hasHeadlineEmbedding = !a.newest().vectors.headlineEmbedding().isNone();
    double mutual = across.mutual();
    double least = Math.min(a.cohesion(), b.cohesion());
    double highest = Math.max(a.cohesion(), b.cohesion());
    double cohesion = least > 0 ? Math.sqrt(least * highest) : highest;
    return new double[] {
      words,
      across.mean(Comparison.PAIRS),
      across.mean(Comparison.HEADLINE),
      across.most(Comparison.WORDS),
      mutual,
      least,
      highest,
      cohesion < 0 ? -1 : words / (cohesion + 0.01),
      cohesion < 0 ? -1 : mutual / (cohesion + 0.01),
      Levels.ofSize(Math.min(a.members.size(), b.members.size())),
      Levels.ofSize(Math.max(a.members.size(), b.members.size())),
      Levels.ofGap(gapHours(a, b)),
      Levels.ofLength((a.meanLength() + b.meanLength()) / 2),
      join,
      across.mean(Comparison.NAMES),
      across.most(Comparison.NAMES),
      hasEmbedding ? across.mean(Comparison.EMBEDDING) : JoinFeatures.MISSING,
      hasEmbedding ? across.most(Comparison.EMBEDDING) : JoinFeatures.MISSING,
      hasHeadlineEmbedding ? across.mean(Comparison.HEADLINE_EMBEDDING) : JoinFeatures.MISSING
    };
  }

  /** Returns the features of two stories whose names are not compared. */
  static double[] withoutNames(StoryState a, StoryState b, double join) {
    double[] features = of(a, b, join);
    features[NAMES] = 0;
    features[NAMES_MOST] = 0;
    return features;
  }

  private static double gapHours(StoryState a, StoryState b) {
    long between =
        Math.max(
            a.members.get(0).eventTime - b.newest().eventTime,
            b.members.get(0).eventTime - a.newest().eventTime);
    return Math.max(0, between) / 3.6e6;
  }

  /** The similarities of each article of one story to each article of another. */
  private static final class Similarities {
    private final double[] sum = new double[Comparison.KINDS];
    private final double[] most = new double[Comparison.KINDS];
    private final double[] nearestLeft;
    private final double[] nearestRight;

    Similarities(List<MemberArticle> left, List<MemberArticle> right) {
      nearestLeft = new double[left.size()];
      nearestRight = new double[right.size()];
      for (int i = 0; i < left.size(); i++) {
        Comparison comparison = new Comparison(left.get(i).vectors);
        for (int j = 0; j < right.size(); j++) {
          for (int kind = 0; kind < Comparison.KINDS; kind++) {
            double cosine = comparison.cosine(kind, right.get(j).vectors);
            sum[kind] += cosine;
            most[kind] = Math.max(most[kind], cosine);
            if (kind == Comparison.WORDS) {
              nearestLeft[i] = Math.max(nearestLeft[i], cosine);
              nearestRight[j] = Math.max(nearestRight[j], cosine);
            }
          }
        }
      }
    }

    double mean(int kind) {
      return sum[kind] / (nearestLeft.length * nearestRight.length);
    }

    double most(int kind) {
      return most[kind];
    }

    /**
     * Returns the mean similarity of the articles of one story to their nearest in words in the
     * other, for the story where it is lower.
     */
    double mutual() {
      return Math.min(mean(nearestLeft), mean(nearestRight));
    }

    private static double mean(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum / values.length;
    }
  }
}
