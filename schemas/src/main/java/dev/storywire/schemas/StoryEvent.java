package dev.storywire.schemas;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a story: a value of {@code storywire.story-events}, keyed by storyId.
 *
 * <p>{@link #seq} counts from 1 without gaps in each story; a consumer that sees seq n has seen all
 * before it. The set of types is closed: folding a story's events gives its members exactly.
 *
 * <p>Events hold no text: a log cannot be recalled, and a killed article's words must be nowhere.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StoryEvent.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = StoryEvent.ArticleJoined.class, name = "articleJoined"),
  @JsonSubTypes.Type(value = StoryEvent.ArticleRevised.class, name = "articleRevised"),
  @JsonSubTypes.Type(value = StoryEvent.ArticleWithdrawn.class, name = "articleWithdrawn"),
  @JsonSubTypes.Type(value = StoryEvent.Merged.class, name = "merged"),
  @JsonSubTypes.Type(value = StoryEvent.Split.class, name = "split"),
  @JsonSubTypes.Type(value = StoryEvent.Closed.class, name = "closed"),
  @JsonSubTypes.Type(value = StoryEvent.Reopened.class, name = "reopened")
})
public sealed interface StoryEvent {
  /** The story it happened to. */
  String storyId();

  /** Its number in that story, from 1. */
  long seq();

  /** Event time: that of the article or the lane's clock that caused it. */
  Instant at();

  /** The lane that decided it. */
  String lane();

  /** A story began. Its members follow, each as {@link ArticleJoined}. */
  record Opened(String storyId, long seq, Instant at, String lane, @Nullable String splitFrom)
      implements StoryEvent {}

  /** An article became a member. */
  record ArticleJoined(
      String storyId,
      long seq,
      Instant at,
      String lane,
      String uri,
      int version,
      ArticleVerdict.Relation relation,
      @Nullable String copyOf,
      @Nullable String source)
      implements StoryEvent {}

  /** A member has a newer version, or stands otherwise to its original; it is still a member. */
  record ArticleRevised(
      String storyId,
      long seq,
      Instant at,
      String lane,
      String uri,
      int version,
      ArticleVerdict.Relation relation,
      @Nullable String copyOf,
      @Nullable String source)
      implements StoryEvent {}

  /**
   * A member is one no longer: killed, held, replaced, moved by its newer version, or past the
   * window.
   */
  record ArticleWithdrawn(
      String storyId, long seq, Instant at, String lane, String uri, int version, Cause cause)
      implements StoryEvent {
    /** Why a member left; a later release's causes are read as {@link #other}. */
    public enum Cause {
      canceled,
      withheld,
      replaced,
      movedStory,
      movedLane,
      advisory,
      copyOfCanceled,
      /** It has left the window, and its verdict with it. */
      forgotten,
      @JsonEnumDefaultValue
      other
    }
  }

  /**
   * Two stories were one. On the story that ends: {@code into} is set and {@code uris} are the
   * members it lost. On the one that stays: {@code from} is set and {@code uris} are the members it
   * gained.
   */
  record Merged(
      String storyId,
      long seq,
      Instant at,
      String lane,
      @Nullable String into,
      @Nullable String from,
      List<String> uris)
      implements StoryEvent {
    /** Makes an absent list empty. */
    public Merged {
      uris = uris == null ? List.of() : List.copyOf(uris);
    }
  }

  /** One story was two: {@code uris} left for the new story {@code into}. */
  record Split(String storyId, long seq, Instant at, String lane, String into, List<String> uris)
      implements StoryEvent {
    /** Makes an absent list empty. */
    public Split {
      uris = uris == null ? List.of() : List.copyOf(uris);
    }
  }

  /** Idle past the closing time, or its last article left. */
  record Closed(String storyId, long seq, Instant at, String lane, Reason reason)
      implements StoryEvent {
    /** Why it closed; a later release's reasons are read as {@link #other}. */
    public enum Reason {
      idle,
      empty,
      @JsonEnumDefaultValue
      other
    }
  }

  /** A closed story took an article again. */
  record Reopened(String storyId, long seq, Instant at, String lane) implements StoryEvent {}
}
