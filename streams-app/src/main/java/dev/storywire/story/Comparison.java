package dev.storywire.story;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.List;

/** An article held against members of a story, one after the other. */
final class Comparison {
  private final Int2IntOpenHashMap words;
  private final Int2IntOpenHashMap pairs;
  private final Int2IntOpenHashMap headline;
  private final Int2IntOpenHashMap names;

  Comparison(ArticleVectors article) {
    words = article.words().lookup();
    pairs = article.pairs().lookup();
    headline = article.headline().lookup();
    names = article.names().lookup();
  }

  Likeness with(List<MemberArticle> members) {
    Likeness likeness = new Likeness();
    for (MemberArticle member : members) {
      ArticleVectors vectors = member.vectors;
      likeness.add(
          vectors.words().cosine(words),
          vectors.pairs().cosine(pairs),
          vectors.headline().cosine(headline),
          vectors.names().cosine(names));
    }
    return likeness;
  }

  /** Mean and highest cosine over the members compared, for each kind of term. */
  static final class Likeness {
    private int members;
    private final double[] sum = new double[4];
    private final double[] highest = new double[4];

    private void add(double... cosines) {
      members++;
      for (int i = 0; i < cosines.length; i++) {
        sum[i] += cosines[i];
        highest[i] = Math.max(highest[i], cosines[i]);
      }
    }

    double mean(int kind) {
      return members == 0 ? 0 : sum[kind] / members;
    }

    double highest(int kind) {
      return highest[kind];
    }
  }
}
