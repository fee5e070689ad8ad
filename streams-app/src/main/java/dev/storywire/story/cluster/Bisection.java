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
    double[][] alike = likeness(articles);
    while (groups.size() > 2) {
      int left = 0;
      int right = 1;
      for (int i = 0; i < groups.size(); i++) {
        for (int j = i + 1; j < groups.size(); j++) {
          if (alike[i][j] > alike[left][right]) {
            left = i;
            right = j;
          }
        }
      }
      join(groups, alike, left, right);
    }
    boolean firstStays = groups.get(0).size() >= groups.get(1).size();
    return new Bisection(
        part(groups.get(firstStays ? 0 : 1)), part(groups.get(firstStays ? 1 : 0)));
  }

  /** Adds group {@code right} to {@code left} and removes its row and column. */
  private static void join(
      List<List<MemberArticle>> groups, double[][] alike, int left, int right) {
    int a = groups.get(left).size();
    int b = groups.get(right).size();
    for (int i = 0; i < groups.size(); i++) {
      alike[left][i] = (a * alike[left][i] + b * alike[right][i]) / (a + b);
      alike[i][left] = alike[left][i];
    }
    int last = groups.size() - 1;
    for (int i = right; i < last; i++) {
      alike[i] = alike[i + 1];
    }
    for (int i = 0; i < last; i++) {
      System.arraycopy(alike[i], right + 1, alike[i], right, last - right);
    }
    groups.get(left).addAll(groups.remove(right));
  }

  private static double[][] likeness(List<MemberArticle> articles) {
    double[][] alike = new double[articles.size()][articles.size()];
    for (int i = 0; i < alike.length; i++) {
      TermLookup words = articles.get(i).vectors.words().lookup();
      TermLookup names = articles.get(i).vectors.names().lookup();
      for (int j = 0; j < i; j++) {
        ArticleVectors other = articles.get(j).vectors;
        alike[i][j] = other.words().cosine(words) + other.names().cosine(names);
        alike[j][i] = alike[i][j];
      }
    }
    return alike;
  }

  private static StoryState part(List<MemberArticle> articles) {
    StoryState part = new StoryState("");
    part.addAll(articles.stream().sorted(Comparator.comparingLong(a -> a.sequence)).toList());
    return part;
  }
}
