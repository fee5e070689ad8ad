package dev.storywire.story.cluster;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The active articles of an index by position, which is their order of arrival, and the hits of
 * each during a search. A search changes the hits of thousands of articles; in one array of their
 * own these fit the processor's cache.
 */
final class ActiveArticles {
  private static final int INACTIVE = -1;

  // rings over the positions from the oldest active article to the newest
  private @Nullable MemberArticle[] articles = new MemberArticle[64];
  private int[] hits = new int[64];
  private int first;
  private int next;

  /** Adds an article that came after all others and returns its position. */
  int add(MemberArticle article) {
    if (next - first == articles.length) {
      grow();
    }
    articles[at(next)] = article;
    hits[at(next)] = 0;
    return next++;
  }

  /** Makes a position inactive. */
  void remove(int position) {
    articles[at(position)] = null;
    hits[at(position)] = INACTIVE;
    while (first != next && articles[at(first)] == null) {
      first++;
    }
  }

  /** Returns true if the article at a position has not been removed. */
  boolean isActive(int position) {
    return hits[at(position)] != INACTIVE;
  }

  /** Returns the article at a position that is active. */
  MemberArticle get(int position) {
    return Objects.requireNonNull(articles[at(position)]);
  }

  /**
   * Returns the hits of all articles, negative where none is active. The hits of a position are at
   * the position modulo the length, a power of two, until an article is added.
   */
  int[] hits() {
    return hits;
  }

  /** Returns the hits of a position, negative if it is not active. */
  int hits(int position) {
    return hits[at(position)];
  }

  private int at(int position) {
    return position & hits.length - 1;
  }

  private void grow() {
    @Nullable MemberArticle[] oldArticles = articles;
    int[] oldHits = hits;
    articles = Arrays.copyOf(oldArticles, 2 * oldArticles.length);
    hits = new int[articles.length];
    for (int position = first; position != next; position++) {
      int from = position & oldHits.length - 1;
      articles[at(position)] = oldArticles[from];
      hits[at(position)] = oldHits[from];
    }
  }
}
