package dev.storywire.story;

import dev.storywire.entities.NameStore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a lane keeps beyond its working memory: durable, ordered where it says so, and written
 * together with what the lane puts out or not at all.
 */
public interface LaneStore {
  /** What is kept of a uri. */
  @Nullable ArticleRecord article(String uri);

  /** Keeps it, in place of what was kept of that uri. */
  void put(ArticleRecord article);

  /** Forgets a uri. */
  void deleteArticle(String uri);

  /** What is kept of a slug. */
  @Nullable SlugRecord slug(String slug);

  /** Keeps it, in place of what was kept of that slug. */
  void put(SlugRecord slug);

  /** Forgets a slug. */
  void deleteSlug(String slug);

  /** A story's record. */
  @Nullable StoryRecord story(String storyId);

  /** Keeps it, in place of the story's older record. */
  void put(StoryRecord story);

  /** Forgets a story. */
  void deleteStory(String storyId);

  /** Keeps an article's part of the working memory. */
  void putMemory(Memory kind, String uri, byte[] bytes);

  /** Forgets an article's part of the working memory. */
  void deleteMemory(Memory kind, String uri);

  /** All that is kept of a kind of working memory, by uri, in any order. */
  List<Map.Entry<String, byte[]>> memories(Memory kind);

  /** Keeps a date with an article, a slug or a story. */
  void schedule(Deadline deadline);

  /** Takes the earliest date that is not after {@code now} off the calendar. */
  @Nullable Deadline pollDue(long now);

  /** The lane's clock: the highest event time decided, ms; {@link Long#MIN_VALUE} at first. */
  long clock();

  /** Sets the lane's clock. */
  void clock(long eventTime);

  /** Counts the articles of the lane: the next number, from 0. */
  long nextOrder();

  /** Spellings and what they name. */
  NameStore names();

  /** The parts of the working memory. */
  enum Memory {
    STORIES('s'),
    COPIES('c');

    private final char code;

    Memory(char code) {
      this.code = code;
    }

    /** How a store writes it. */
    public char code() {
      return code;
    }
  }
}
