package dev.storywire.story.state;

import dev.storywire.dedup.Fingerprint;
import dev.storywire.entities.NameStore;
import dev.storywire.story.prepare.PreparedArticle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The durable state of a lane. Its changes and the outputs that belong to them are committed
 * together or not at all.
 */
public interface LaneStore {
  /** Returns the state record of a uri. */
  @Nullable ArticleRecord article(String uri);

  /** Stores a state record, in place of the older one of its uri. */
  void put(ArticleRecord article);

  /** Deletes the state record of a uri. */
  void deleteArticle(String uri);

  /** Returns the content record of a uri. */
  @Nullable PreparedArticle content(String uri);

  /** Returns the fingerprint of a content record, without decoding the rest of it. */
  @Nullable Fingerprint fingerprint(String uri);

  /** Stores a content record, in place of the older one of its uri. */
  void putContent(PreparedArticle article);

  /** Deletes the content record of a uri. */
  void deleteContent(String uri);

  /** Returns the record of a slug. */
  @Nullable SlugRecord slug(String slug);

  /** Stores a record, in place of the older one of its slug. */
  void put(SlugRecord slug);

  /** Deletes the record of a slug. */
  void deleteSlug(String slug);

  /** Returns the record of a story. */
  @Nullable StoryRecord story(String storyId);

  /** Stores a record, in place of the older one of its story. */
  void put(StoryRecord story);

  /** Deletes the record of a story. */
  void deleteStory(String storyId);

  /** Returns the record of an edit. */
  @Nullable EditRecord edit(String id);

  /** Stores a record, in place of the older one of its edit. */
  void put(EditRecord edit);

  /** Deletes the record of an edit. */
  void deleteEdit(String id);

  /** Stores the part of the lane memory that belongs to an article. */
  void putMemory(Memory kind, String uri, byte[] bytes);

  /** Deletes the part of the lane memory that belongs to an article. */
  void deleteMemory(Memory kind, String uri);

  /** Returns all entries of one kind of lane memory, by uri, in any order. */
  List<Map.Entry<String, byte[]>> memories(Memory kind);

  /** Schedules a deadline. */
  void schedule(Deadline deadline);

  /** Removes and returns the earliest deadline that is not after {@code now}. */
  @Nullable Deadline pollDue(long now);

  /** Returns the lane clock, epoch ms; {@link Long#MIN_VALUE} at first. */
  long clock();

  /** Sets the lane clock. */
  void setClock(long eventTime);

  /** Returns the jump of the clock that waits for confirmation; null if there is none. */
  @Nullable ClockJump jump();

  /** Stores the jump; null deletes it. */
  void setJump(@Nullable ClockJump jump);

  /** Returns the next number of an article, from 0. */
  long nextOrder();

  /** Returns the store of names. */
  NameStore names();

  /** The kinds of lane memory. */
  enum Memory {
    STORIES('s'),
    COPIES('c'),
    /** Signatures of an earlier release, which are deleted when a lane is opened. */
    SIGNATURES('g');

    private final char code;

    Memory(char code) {
      this.code = code;
    }

    /** Returns the code of this kind in store keys. */
    public char code() {
      return code;
    }
  }
}
