package dev.storywire.story.cluster;

import dev.storywire.story.vector.ArticleVectors;
import dev.storywire.story.vector.TermLookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The articles of a story in two parts: average-link clustering of their words and names (Sokal and
 * Michener, 1958), stopped when two groups are left.
 *
 * @param stays the larger part, or the one with the oldest article
 * @param leaves the other
 */
record Bisection(StoryState stays, StoryState leaves) {

  /** Divides at least two articles, given in the order of arrival. */
  static Bisection of(List<MemberArticle> articles) {
    List<List<MemberArticle>> groups = new ArrayList<>();
    articles.forEach(article -> groups.add(new ArrayList<>(List.of(article))));
    double[][] similarities = similarities(articles);
    while (groups.size() > 2) {
      int left = 0;
      int right = 1;
      for (int i = 0; i < groups.size(); i++) {
        for (int j = i + 1; j < groups.size(); j++) {
          if (similarities[i][j] > similarities[left][right]) {
            left = i;
            right = j;
          }
        }
      }
      join(groups, similarities, left, right);
    }
    boolean firstStays = groups.get(0).size() >= groups.get(1).size();
    return new Bisection(
        part(groups.get(firstStays ? 0 : 1)), part(groups.get(firstStays ? 1 : 0)));
  }

  /** Adds group {@code right} to {@code left} and removes its row and column. */
  private static void join(
      List<List<MemberArticle>> groups, double[][] similarities, int left, int right) {
    int a = groups.get(left).size();
    int b = groups.get(right).size();
    for (int i = 0; i < groups.size(); i++) {
      similarities[left][i] = (a * similarities[left][i] + b * similarities[right][i]) / (a + b);
      similarities[i][left] = similarities[left][i];
    }
    int last = groups.size() - 1;
    for (int i = right; i < last; i++) {
      similarities[i] = similarities[i + 1];
    }
    for (int i = 0; i < last; i++) {
      System.arraycopy(similarities[i], right + 1, similarities[i], right, last - right);
    }
    groups.get(left).addAll(groups.remove(right));
  }

  private static double[][] similarities(List<MemberArticle> articles) {
    double[][] similarities = new double[articles.size()][articles.size()];
    for (int i = 0; i < similarities.length; i++) {
      TermLookup words = articles.get(i).vectors.words().lookup();
      TermLookup names = articles.get(i).vectors.names().lookup();
      for (int j = 0; j < i; j++) {
        ArticleVectors other = articles.get(j).vectors;
        similarities[i][j] = other.words().cosine(words) + other.names().cosine(names);
        similarities[j][i] = similarities[i][j];
      }
    }
    return similarities;
  }

  private static StoryState part(List<MemberArticle> articles) {
    StoryState part = new StoryState("");
    part.addAll(articles.stream().sorted(Comparator.comparingLong(a -> a.sequence)).toList());
    return part;
  }
}
