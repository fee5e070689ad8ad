package dev.storywire.story;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.RelatedStory;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEvent.ArticleRevised.Related;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.StoryEdits;
import dev.storywire.story.state.StoryRecord;
import dev.storywire.story.state.StoryRecordBuilder;
import dev.storywire.story.summary.StoryText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A story that is being changed. Each change emits one numbered event, and {@link #record} returns
 * the result.
 */
final class StoryDraft {
  private final Consumer<StoryEvent> events;
  private final StoryEvent.@Nullable Edited edit;
  private final String id;
  private final String lane;
  private final long firstSeen;
  private final StoryContents contents;
  private long seq;
  private Story.Status status;
  private @Nullable String mergedInto;
  private long lastUpdated;
  private StoryEdits edits;

  /**
   * Creates a draft of a stored story.
   *
   * @param edit the edit that is the cause of all events; null if there is none
   */
  StoryDraft(StoryRecord record, StoryEvent.@Nullable Edited edit, Consumer<StoryEvent> events) {
    this.events = events;
    this.edit = edit;
    this.id = record.storyId();
    this.lane = record.lane();
    this.firstSeen = record.firstSeen();
    this.contents = new StoryContents(record);
    this.seq = record.seq();
    this.status = record.status();
    this.mergedInto = record.mergedInto();
    this.lastUpdated = record.lastUpdated();
    this.edits = Objects.requireNonNullElse(record.edits(), StoryEdits.NONE);
  }

  /** Opens a story. */
  static StoryDraft open(
      String id,
      String lane,
      long at,
      @Nullable String splitFrom,
      StoryEvent.@Nullable Edited edit,
      Consumer<StoryEvent> events) {
    StoryRecord empty =
        StoryRecordBuilder.builder()
            .storyId(id)
            .lane(lane)
            .status(Story.Status.OPEN)
            .text(StoryText.NONE)
            .firstSeen(at)
            .lastUpdated(at)
            .build();
    StoryDraft draft = new StoryDraft(empty, edit, events);
    events.accept(
        new StoryEvent.Opened(id, draft.next(), Instant.ofEpochMilli(at), lane, splitFrom, edit));
    return draft;
  }

  String id() {
    return id;
  }

  Story.Status status() {
    return status;
  }

  StoryRecord record() {
    return contents
        .addTo(StoryRecordBuilder.builder())
        .storyId(id)
        .lane(lane)
        .seq(seq)
        .status(status)
        .mergedInto(mergedInto)
        .firstSeen(firstSeen)
        .lastUpdated(lastUpdated)
        .edits(edits.equals(StoryEdits.NONE) ? null : edits)
        .build();
  }

  /** Returns the marks of editors. */
  StoryEdits edits() {
    return edits;
  }

  /** Sets the marks of editors. */
  void mark(StoryEdits marks) {
    edits = marks;
  }

  /** Adds an article. A closed story reopens. */
  void join(ArticleVerdict verdict, PreparedArticle article, long at) {
    reopenIfClosed(at);
    contents.add(verdict, article);
    lastUpdated = Math.max(lastUpdated, at);
    events.accept(
        new StoryEvent.ArticleJoined(
            id,
            next(),
            Instant.ofEpochMilli(at),
            lane,
            verdict.uri(),
            verdict.version(),
            StoryContents.relation(verdict),
            verdict.copyOf(),
            verdict.source(),
            edit));
  }

  /** Replaces a member by its newer version, or by a newer verdict on the same version. */
  void revise(
      ArticleVerdict old,
      List<String> oldTerms,
      ArticleVerdict verdict,
      PreparedArticle article,
      long at) {
    contents.replace(old, oldTerms, verdict, article);
    lastUpdated = Math.max(lastUpdated, at);
    emitRevised(verdict, null, at);
  }

  /** Uses the headline of a member until it leaves. */
  void pin(String editId, ArticleVerdict verdict, PreparedArticle article, long at) {
    contents.pin(editId, article);
    emitRevised(verdict, null, at);
  }

  /** Chooses the headline automatically again. */
  void unpin(ArticleVerdict verdict, long at) {
    contents.unpin();
    emitRevised(verdict, null, at);
  }

  /** Links the story to one of another lane, for a member. */
  void relate(RelatedStory story, ArticleVerdict member, long at) {
    contents.relate(story);
    emitRevised(member, new Related(story.lane(), story.article()), at);
  }

  private void emitRevised(ArticleVerdict verdict, @Nullable Related related, long at) {
    events.accept(
        new StoryEvent.ArticleRevised(
            id,
            next(),
            Instant.ofEpochMilli(at),
            lane,
            verdict.uri(),
            verdict.version(),
            StoryContents.relation(verdict),
            verdict.copyOf(),
            verdict.source(),
            related,
            edit));
  }

  /** Removes an article. A story without articles closes. */
  void withdraw(
      ArticleVerdict verdict,
      List<String> itsTerms,
      StoryEvent.ArticleWithdrawn.Cause cause,
      long at) {
    contents.remove(verdict, itsTerms);
    events.accept(
        new StoryEvent.ArticleWithdrawn(
            id,
            next(),
            Instant.ofEpochMilli(at),
            lane,
            verdict.uri(),
            verdict.version(),
            cause,
            edit));
    if (contents.isEmpty()) {
      contents.clear();
      if (status == Story.Status.OPEN) {
        close(StoryEvent.Closed.Reason.EMPTY, at);
      }
    }
  }

  void close(StoryEvent.Closed.Reason reason, long at) {
    status = Story.Status.CLOSED;
    events.accept(new StoryEvent.Closed(id, next(), Instant.ofEpochMilli(at), lane, reason, edit));
  }

  /** Takes over the articles of another story, which ends. */
  void absorb(StoryDraft other, List<String> uris, long at) {
    other.status = Story.Status.MERGED;
    other.mergedInto = id;
    other.events.accept(
        new StoryEvent.Merged(
            other.id, other.next(), Instant.ofEpochMilli(at), lane, id, null, uris, other.edit));
    lastUpdated = Math.max(lastUpdated, other.lastUpdated);
    contents.takeAll(other.contents);
    edits = edits.and(other.edits);
    other.edits = StoryEdits.NONE;
    reopenIfClosed(at);
    events.accept(
        new StoryEvent.Merged(
            id, next(), Instant.ofEpochMilli(at), lane, null, other.id, uris, edit));
  }

  /** Emits the split of articles to a new story. {@link #moveTo} moves each of them. */
  void split(StoryDraft into, List<String> uris, long at) {
    events.accept(
        new StoryEvent.Split(id, next(), Instant.ofEpochMilli(at), lane, into.id, uris, edit));
  }

  /** Moves an article to the story that was split off, without an event in this story. */
  void moveTo(
      StoryDraft into,
      ArticleVerdict old,
      ArticleVerdict verdict,
      PreparedArticle article,
      long at) {
    contents.remove(old, StoryContents.terms(article));
    into.join(verdict, article, at);
  }

  private void reopenIfClosed(long at) {
    if (status == Story.Status.CLOSED) {
      status = Story.Status.OPEN;
      events.accept(new StoryEvent.Reopened(id, next(), Instant.ofEpochMilli(at), lane, edit));
    }
  }

  private long next() {
    return ++seq;
  }
}
