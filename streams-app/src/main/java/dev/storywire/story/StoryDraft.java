package dev.storywire.story;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.StoryRecord;
import dev.storywire.story.state.StoryRecordBuilder;
import dev.storywire.story.summary.StoryText;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A story that is being changed. Each change emits one numbered event, and {@link #record} returns
 * the result.
 */
final class StoryDraft {
  private final Consumer<StoryEvent> events;
  private final String id;
  private final String lane;
  private final long firstSeen;
  private final StoryContents contents;
  private long seq;
  private Story.Status status;
  private @Nullable String mergedInto;
  private long lastUpdated;

  /** Creates a draft of a stored story. */
  StoryDraft(StoryRecord record, Consumer<StoryEvent> events) {
    this.events = events;
    this.id = record.storyId();
    this.lane = record.lane();
    this.firstSeen = record.firstSeen();
    this.contents = new StoryContents(record);
    this.seq = record.seq();
    this.status = record.status();
    this.mergedInto = record.mergedInto();
    this.lastUpdated = record.lastUpdated();
  }

  /** Opens a story. */
  static StoryDraft open(
      String id, String lane, long at, @Nullable String splitFrom, Consumer<StoryEvent> events) {
    StoryRecord empty =
        StoryRecordBuilder.builder()
            .storyId(id)
            .lane(lane)
            .status(Story.Status.OPEN)
            .text(StoryText.NONE)
            .firstSeen(at)
            .lastUpdated(at)
            .build();
    StoryDraft draft = new StoryDraft(empty, events);
    events.accept(
        new StoryEvent.Opened(id, draft.next(), Instant.ofEpochMilli(at), lane, splitFrom));
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
        .build();
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
            verdict.source()));
  }

  /** Replaces a member by its newer version, or by a newer verdict on the same version. */
  void revise(
      ArticleVerdict old,
      List<String> oldTerms,
      ArticleVerdict verdict,
      PreparedArticle article,
      long at) {
    contents.remove(old, oldTerms);
    contents.add(verdict, article);
    lastUpdated = Math.max(lastUpdated, at);
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
            verdict.source()));
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
            id, next(), Instant.ofEpochMilli(at), lane, verdict.uri(), verdict.version(), cause));
    if (contents.isEmpty()) {
      contents.clear();
      if (status == Story.Status.OPEN) {
        close(StoryEvent.Closed.Reason.EMPTY, at);
      }
    }
  }

  void close(StoryEvent.Closed.Reason reason, long at) {
    status = Story.Status.CLOSED;
    events.accept(new StoryEvent.Closed(id, next(), Instant.ofEpochMilli(at), lane, reason));
  }

  /** Takes over the articles of another story, which ends. */
  void absorb(StoryDraft other, List<String> uris, long at) {
    other.status = Story.Status.MERGED;
    other.mergedInto = id;
    other.events.accept(
        new StoryEvent.Merged(
            other.id, other.next(), Instant.ofEpochMilli(at), lane, id, null, uris));
    lastUpdated = Math.max(lastUpdated, other.lastUpdated);
    contents.takeAll(other.contents);
    reopenIfClosed(at);
    events.accept(
        new StoryEvent.Merged(id, next(), Instant.ofEpochMilli(at), lane, null, other.id, uris));
  }

  /** Emits the split of articles to a new story. {@link #moveTo} moves each of them. */
  void split(StoryDraft into, List<String> uris, long at) {
    events.accept(new StoryEvent.Split(id, next(), Instant.ofEpochMilli(at), lane, into.id, uris));
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
      events.accept(new StoryEvent.Reopened(id, next(), Instant.ofEpochMilli(at), lane));
    }
  }

  private long next() {
    return ++seq;
  }
}
