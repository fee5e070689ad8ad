package dev.storywire.story.cluster;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The active articles of an index by position, which is their order of arrival, with the story of
 * each, and its overlap with the article of a search. A search reads the stories and changes the
 * overlaps of thousands of articles; in separate arrays these fit the processor's cache.
 */
final class ActiveArticles {
  /** Number of bits in which the positions of all active articles are distinct. */
  static final int POSITION_BITS = 24;

  private static final int INACTIVE = -1;

  // rings over the positions from the oldest active article to the newest
  private @Nullable MemberArticle[] articles = new MemberArticle[64];
  private @Nullable StoryState[] stories = new StoryState[64];
  private int[] overlaps = new int[64];
  private int first;
  private int next;

  /** Adds an article that came after all others and returns its position. */
  int add(MemberArticle article) {
    if (next - first == articles.length) {
      grow();
    }
    articles[at(next)] = article;
    stories[at(next)] = article.story;
    overlaps[at(next)] = 0;
    return next++;
  }

  /** Makes a position inactive. */
  void remove(int position) {
    articles[at(position)] = null;
    stories[at(position)] = null;
    overlaps[at(position)] = INACTIVE;
    while (first != next && articles[at(first)] == null) {
      first++;
    }
  }

  /** Moves the article at a position to another story. */
  void move(int position, StoryState into) {
    stories[at(position)] = into;
  }

  /** Returns true if the article at a position has not been removed. */
  boolean isActive(int position) {
    return overlaps[at(position)] != INACTIVE;
  }

  /** Returns the article at a position that is active. */
  MemberArticle get(int position) {
    return Objects.requireNonNull(articles[at(position)]);
  }

  /** Returns the story of the article at a position that is active. */
  StoryState story(int position) {
    return Objects.requireNonNull(stories[at(position)]);
  }

  /**
   * Returns the overlaps of all articles, negative where no article is active. The index is the
   * position modulo the length of the array, which is a power of two. Valid until an article is
   * added.
   */
  int[] overlaps() {
    return overlaps;
  }

  /** Returns the overlap of a position, negative if it is not active. */
  int overlap(int position) {
    return overlaps[at(position)];
  }

  private int at(int position) {
    return position & overlaps.length - 1;
  }

  private void grow() {
    if (articles.length == 1 << POSITION_BITS) {
      throw new IllegalStateException(
          "A lane can have at most " + articles.length + " active articles");
    }
    @Nullable MemberArticle[] oldArticles = articles;
    @Nullable StoryState[] oldStories = stories;
    int[] oldOverlaps = overlaps;
    articles = new MemberArticle[2 * oldArticles.length];
    stories = new StoryState[articles.length];
    overlaps = new int[articles.length];
    for (int position = first; position != next; position++) {
      int from = position & oldOverlaps.length - 1;
      articles[at(position)] = oldArticles[from];
      stories[at(position)] = oldStories[from];
      overlaps[at(position)] = oldOverlaps[from];
    }
  }
}
