package dev.storywire.story.draft;

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
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A story that is being changed. Each change emits one numbered event, and {@link #record} returns
 * the result.
 */
public final class StoryDraft {
  private final String id;
  private final String lane;
  private final long firstSeen;
  private final StoryContents contents;
  private final EventWriter events;
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
    this.id = record.storyId();
    this.lane = record.lane();
    this.firstSeen = record.firstSeen();
    this.contents = new StoryContents(record);
    this.events = new EventWriter(id, lane, record.seq(), edit, events);
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
    draft.events.opened(splitFrom, at);
    return draft;
  }

  public String id() {
    return id;
  }

  Story.Status status() {
    return status;
  }

  public StoryRecord record() {
    return contents
        .addTo(StoryRecordBuilder.builder())
        .storyId(id)
        .lane(lane)
        .seq(events.seq())
        .status(status)
        .mergedInto(mergedInto)
        .firstSeen(firstSeen)
        .lastUpdated(lastUpdated)
        .edits(edits.equals(StoryEdits.NONE) ? null : edits)
        .build();
  }

  /** Returns the lasting effects of edits. */
  public StoryEdits edits() {
    return edits;
  }

  /** Sets the lasting effects of edits. */
  public void setEdits(StoryEdits edits) {
    this.edits = edits;
  }

  /** Adds an article. A closed story reopens. */
  void join(ArticleVerdict verdict, PreparedArticle article, long at) {
    reopenIfClosed(at);
    contents.add(verdict, article);
    lastUpdated = Math.max(lastUpdated, at);
    events.joined(verdict, at);
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
    events.revised(verdict, null, at);
  }

  /** Uses the headline of a member until it leaves. */
  public void pin(String editId, ArticleVerdict verdict, PreparedArticle article, long at) {
    contents.pin(editId, article);
    events.revised(verdict, null, at);
  }

  /** Chooses the headline automatically again. */
  public void unpin(ArticleVerdict verdict, long at) {
    contents.unpin();
    events.revised(verdict, null, at);
  }

  /** Links the story to one of another lane, for a member. */
  public void relate(RelatedStory story, ArticleVerdict member, long at) {
    contents.relate(story);
    events.revised(member, new Related(story.lane(), story.article()), at);
  }

  /** Removes an article. A story without articles closes. */
  void withdraw(
      ArticleVerdict verdict,
      List<String> itsTerms,
      StoryEvent.ArticleWithdrawn.Cause cause,
      long at) {
    contents.remove(verdict, itsTerms);
    events.withdrawn(verdict, cause, at);
    if (contents.isEmpty()) {
      contents.clear();
      if (status == Story.Status.OPEN) {
        close(StoryEvent.Closed.Reason.EMPTY, at);
      }
    }
  }

  void close(StoryEvent.Closed.Reason reason, long at) {
    status = Story.Status.CLOSED;
    events.closed(reason, at);
  }

  /** Takes over the articles of another story, which ends. */
  void absorb(StoryDraft other, List<String> uris, long at) {
    other.status = Story.Status.MERGED;
    other.mergedInto = id;
    other.events.mergedInto(id, uris, at);
    lastUpdated = Math.max(lastUpdated, other.lastUpdated);
    contents.addAll(other.contents);
    edits = edits.mergedWith(other.edits);
    other.edits = StoryEdits.NONE;
    reopenIfClosed(at);
    events.mergedFrom(other.id, uris, at);
  }

  /** Emits the split of articles to a new story. {@link #moveTo} moves each of them. */
  void split(StoryDraft into, List<String> uris, long at) {
    events.split(into.id, uris, at);
  }

  /** Moves an article to the story that was split off, without an event in this story. */
  public void moveTo(
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
      events.reopened(at);
    }
  }
}
