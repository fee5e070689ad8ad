package dev.storywire.schemas;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of a story: a value of {@code storywire.story-events}, keyed by storyId.
 *
 * <p>The events of a story are numbered by {@link #seq} from 1 without gaps. The set of types is
 * closed. The fold of a story's events gives its members.
 *
 * <p>Events contain no text, since a log cannot be changed after an article is killed.
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
  /** Number of the latest events of a story that can be queried. The topic has all events. */
  int MAX_QUERIED = 100;

  /** Returns the id of the story. */
  String storyId();

  /** Returns the number of the event in its story, from 1. */
  long seq();

  /** Returns the event time: that of the article that caused the event, or of the lane clock. */
  Instant at();

  /** Returns the lane that decided it. */
  String lane();

  /** Returns the edit that caused the event; null if no editor did. */
  @Nullable Edited edit();

  /**
   * The edit that caused an event.
   *
   * @param id id of the {@link Edit}
   * @param by the editor
   * @param reason why
   */
  record Edited(String id, String by, String reason) {}

  /** A story was opened. Its members follow, each as {@link ArticleJoined}. */
  record Opened(
      String storyId,
      long seq,
      Instant at,
      String lane,
      @Nullable String splitFrom,
      @Nullable Edited edit)
      implements StoryEvent {}

  /** An article joined the story. */
  @RecordBuilder
  record ArticleJoined(
      String storyId,
      long seq,
      Instant at,
      String lane,
      String uri,
      int version,
      ArticleVerdict.Relation relation,
      @Nullable String copyOf,
      @Nullable String source,
      @Nullable Edited edit)
      implements StoryEvent {}

  /** A member has a newer version, another relation or a related story. It is still a member. */
  @RecordBuilder
  record ArticleRevised(
      String storyId,
      long seq,
      Instant at,
      String lane,
      String uri,
      int version,
      ArticleVerdict.Relation relation,
      @Nullable String copyOf,
      @Nullable String source,
      @Nullable Related related,
      @Nullable Edited edit)
      implements StoryEvent {
    /** An article of another lane that names a {@link RelatedStory}. */
    public record Related(String lane, String article) {}
  }

  /**
   * An article left the story: it was killed, held, replaced, moved by a newer version, or it
   * expired.
   */
  @RecordBuilder
  record ArticleWithdrawn(
      String storyId,
      long seq,
      Instant at,
      String lane,
      String uri,
      int version,
      Cause cause,
      @Nullable Edited edit)
      implements StoryEvent {
    /** The cause. Causes of later releases are read as {@link #OTHER}. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Cause {
      CANCELED,
      WITHHELD,
      REPLACED,
      MOVED_STORY,
      MOVED_LANE,
      ADVISORY,
      COPY_OF_CANCELED,
      /** The article has expired, and its verdict with it. */
      FORGOTTEN,
      @JsonEnumDefaultValue
      OTHER
    }
  }

  /**
   * Two stories were merged. In the event of the story that ends, {@code into} is set and {@code
   * uris} are the members that it lost. In the event of the story that remains, {@code from} is set
   * and {@code uris} are the members that it gained.
   */
  @RecordBuilder
  record Merged(
      String storyId,
      long seq,
      Instant at,
      String lane,
      @Nullable String into,
      @Nullable String from,
      List<String> uris,
      @Nullable Edited edit)
      implements StoryEvent {
    /** Replaces an absent list by an empty one. */
    public Merged {
      uris = uris == null ? List.of() : List.copyOf(uris);
    }
  }

  /** A story was split: {@code uris} moved to the new story {@code into}. */
  record Split(
      String storyId,
      long seq,
      Instant at,
      String lane,
      String into,
      List<String> uris,
      @Nullable Edited edit)
      implements StoryEvent {
    /** Replaces an absent list by an empty one. */
    public Split {
      uris = uris == null ? List.of() : List.copyOf(uris);
    }
  }

  /** The story was closed: no article joined it for the closing time, or its last article left. */
  record Closed(
      String storyId, long seq, Instant at, String lane, Reason reason, @Nullable Edited edit)
      implements StoryEvent {
    /** The reason. Reasons of later releases are read as {@link #OTHER}. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Reason {
      IDLE,
      EMPTY,
      @JsonEnumDefaultValue
      OTHER
    }
  }

  /** An article joined a closed story. */
  record Reopened(String storyId, long seq, Instant at, String lane, @Nullable Edited edit)
      implements StoryEvent {}
}
