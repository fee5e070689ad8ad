package dev.storywire.story.learn;

import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.text.terms.Terms;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Computes the offline baseline of a labelled set: average-link clustering (Sokal and Michener,
 * 1958) of TF-IDF words and pairs over all labelled articles at once, with the time window and the
 * threshold that are best for the set. It has two advantages over a service: it sees all articles
 * before it decides, and its settings are chosen by the labels.
 *
 * <p>Clusters are joined along nearest-neighbour chains (Murtagh, 1983), in n² time and memory.
 */
final class AverageLink {
  /** Lowest similarity at which the tree is cut, and the step to the next one. */
  private static final double STEP = 0.0025;

  private static final int CUTS = 240;

  /** Articles that are further apart than the window are compared as if they shared nothing. */
  private static final List<Duration> WINDOWS =
      List.of(Duration.ofDays(4), Duration.ofDays(10), Duration.ofDays(30));

  /** A term of fewer articles cannot make two articles similar. */
  private static final int MIN_ARTICLES = 2;

  private final float[][] similar;
  private final int[] size;

  /** A join of the clusters that hold two articles. */
  private record Join(int a, int b, float similarity) {}

  private AverageLink(float[][] similar) {
    this.similar = similar;
    this.size = new int[similar.length];
    Arrays.fill(size, 1);
  }

  /** Returns the scores with the highest B-cubed F1. */
  static ClusterScores best(PreparedSet set) {
    List<PreparedArticle> articles =
        set.articles().stream().filter(a -> set.labels().containsKey(a.uri())).toList();
    List<String> labels =
        articles.stream().map(a -> Objects.requireNonNull(set.labels().get(a.uri()))).toList();
    Int2IntOpenHashMap frequencies = frequencies(set);
    ClusterScores best = scores(labels, List.of(), 1);
    for (Duration window : WINDOWS) {
      float[][] similar = similarities(articles, frequencies, set.articles().size());
      separate(similar, articles, window);
      List<Join> joins = new AverageLink(similar).joins();
      for (int i = 1; i <= CUTS; i++) {
        ClusterScores scores = scores(labels, joins, i * STEP);
        best = scores.bcubedF1() > best.bcubedF1() ? scores : best;
      }
    }
    return best;
  }

  /** Returns the number of articles that have each term. */
  private static Int2IntOpenHashMap frequencies(PreparedSet set) {
    Int2IntOpenHashMap articles = new Int2IntOpenHashMap();
    for (PreparedArticle article : set.articles()) {
      Terms terms = article.terms();
      for (int i = 0; i < terms.wordCount() + terms.pairCount(); i++) {
        articles.addTo(term(terms, i), 1);
      }
    }
    return articles;
  }

  private static int term(Terms terms, int i) {
    return i < terms.wordCount() ? terms.word(i) : terms.pair(i - terms.wordCount());
  }

  private static int count(Terms terms, int i) {
    int pair = i - terms.wordCount();
    return pair < 0
        ? terms.wordInHeadline(i) + terms.wordInLede(i) + terms.wordInBody(i)
        : terms.pairInHeadline(pair) + terms.pairInLede(pair) + terms.pairInBody(pair);
  }

  /** A term of an earlier article and its share of that article's unit vector. */
  private record Posting(int article, double weight) {}

  private static float[][] similarities(
      List<PreparedArticle> articles, Int2IntOpenHashMap frequencies, int all) {
    float[][] similar = new float[articles.size()][articles.size()];
    Int2ObjectOpenHashMap<List<Posting>> postings = new Int2ObjectOpenHashMap<>();
    for (int row = 0; row < similar.length; row++) {
      Terms terms = articles.get(row).terms();
      double[] weights = new double[terms.wordCount() + terms.pairCount()];
      double squares = 0;
      for (int i = 0; i < weights.length; i++) {
        int in = frequencies.get(term(terms, i));
        double rarity = 1 + Math.log((1.0 + all) / (1 + in));
        weights[i] = in < MIN_ARTICLES ? 0 : rarity * (1 + Math.log(count(terms, i)));
        squares += weights[i] * weights[i];
      }
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] > 0) {
          double weight = weights[i] / Math.sqrt(squares);
          List<Posting> others = postings.computeIfAbsent(term(terms, i), t -> new ArrayList<>());
          for (Posting other : others) {
            similar[row][other.article] += (float) (other.weight * weight);
          }
          others.add(new Posting(row, weight));
        }
      }
      for (int i = 0; i < row; i++) {
        similar[i][row] = similar[row][i];
      }
    }
    return similar;
  }

  private static void separate(float[][] similar, List<PreparedArticle> articles, Duration window) {
    for (int i = 0; i < similar.length; i++) {
      for (int j = 0; j < similar.length; j++) {
        long apart = Math.abs(articles.get(i).orderTime() - articles.get(j).orderTime());
        if (apart > window.toMillis()) {
          similar[i][j] = 0;
        }
      }
    }
  }

  private List<Join> joins() {
    List<Join> joins = new ArrayList<>();
    IntArrayList chain = new IntArrayList();
    int start = 0;
    while (joins.size() < size.length - 1) {
      if (chain.isEmpty()) {
        while (size[start] == 0) {
          start++;
        }
        chain.add(start);
      }
      int end = chain.getInt(chain.size() - 1);
      int before = chain.size() > 1 ? chain.getInt(chain.size() - 2) : -1;
      int nearest = nearest(end, before);
      if (nearest == before) {
        joins.add(new Join(before, end, similar[before][end]));
        join(before, end);
        chain.size(chain.size() - 2);
      } else {
        chain.add(nearest);
      }
    }
    joins.sort(Comparator.comparingDouble(join -> -join.similarity));
    return joins;
  }

  /** Returns the cluster nearest to this one; of equals, the one before it in the chain. */
  private int nearest(int cluster, int before) {
    int nearest = before;
    for (int i = 0; i < size.length; i++) {
      if (size[i] > 0
          && i != cluster
          && (nearest < 0 || similar[cluster][i] > similar[cluster][nearest])) {
        nearest = i;
      }
    }
    return nearest;
  }

  private void join(int into, int from) {
    int all = size[into] + size[from];
    for (int i = 0; i < size.length; i++) {
      similar[into][i] = (size[into] * similar[into][i] + size[from] * similar[from][i]) / all;
      similar[i][into] = similar[into][i];
    }
    size[into] = all;
    size[from] = 0;
  }

  private static ClusterScores scores(List<String> labels, List<Join> joins, double cut) {
    int[] root = new int[labels.size()];
    for (int i = 0; i < root.length; i++) {
      root[i] = i;
    }
    for (Join join : joins) {
      if (join.similarity >= cut) {
        root[root(root, join.a)] = root(root, join.b);
      }
    }
    List<ClusterScores.Assignment> documents = new ArrayList<>();
    for (int i = 0; i < root.length; i++) {
      documents.add(new ClusterScores.Assignment(labels.get(i), Integer.toString(root(root, i))));
    }
    return ClusterScores.of(documents);
  }

  private static int root(int[] root, int article) {
    int at = article;
    while (root[at] != at) {
      at = root[at];
    }
    return at;
  }
}
