package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Deadline;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.StoryRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stories of a lane while one record is decided. Changes are made to drafts and outputs are
 * collected; {@link #publish} stores each changed story and emits its snapshot once.
 */
final class Stories {
  private final String lane;
  private final LaneSettings settings;
  private final LaneStore store;
  private final Articles articles;
  private final List<LaneOutput> outputs = new ArrayList<>();
  private final Map<String, StoryDraft> drafts = new LinkedHashMap<>();
  private long now;

  Stories(String lane, LaneSettings settings, LaneStore store, Articles articles) {
    this.lane = lane;
    this.settings = settings;
    this.store = store;
    this.articles = articles;
  }

  /** Sets the event time of the changes that follow. */
  void setTime(long time) {
    now = time;
  }

  long now() {
    return now;
  }

  void emit(LaneOutput output) {
    outputs.add(output);
  }

  /** Stores the changed stories and returns all outputs, the snapshots last. */
  List<LaneOutput> publish() {
    for (StoryDraft draft : drafts.values()) {
      StoryRecord record = draft.record();
      store.put(record);
      outputs.add(new LaneOutput.Snapshot(record.snapshot()));
    }
    drafts.clear();
    List<LaneOutput> published = List.copyOf(outputs);
    outputs.clear();
    return published;
  }

  /** Returns the id of the story that has a story's articles after merges; null if it retired. */
  @Nullable String resolve(String storyId) {
    String id = storyId;
    for (StoryRecord story = record(id); story != null; story = record(id)) {
      if (story.mergedInto() == null) {
        return id;
      }
      id = story.mergedInto();
    }
    return null;
  }

  /** Returns the story that has an article now; null if the article is in none. */
  @Nullable String storyOf(@Nullable ArticleRecord article) {
    return article != null && article.isMember()
        ? resolve(requireNonNull(requireNonNull(article.verdict()).storyId()))
        : null;
  }

  /** Returns the story whose only member is this article; null if there is none. */
  @Nullable String ownStory(ArticleRecord known) {
    String id = storyOf(known);
    StoryRecord story = id == null ? null : record(id);
    return story != null && story.articleCount() == 1 ? id : null;
  }

  /** Opens a story for an article and returns its id. */
  String open(PreparedArticle article) {
    return open(article, null).id();
  }

  StoryDraft open(PreparedArticle article, @Nullable String splitFrom) {
    String id = StoryIds.of(article, now);
    for (int n = 2; record(id) != null; n++) {
      id = StoryIds.of(article, now) + "-" + n;
    }
    StoryDraft draft = StoryDraft.open(id, lane, now, splitFrom, this::emit);
    drafts.put(id, draft);
    schedule(Deadline.Kind.CLOSE_STORY, id, now + settings.closeAfter().toMillis());
    return draft;
  }

  /** Adds an article to the story of its new verdict, and removes it from its previous story. */
  void update(ArticleRecord before, PreparedArticle article, ArticleVerdict verdict) {
    StoryDraft to = draft(requireNonNull(verdict.storyId()));
    StoryDraft from = before.isMember() ? draftOf(requireNonNull(before.verdict())) : null;
    if (from == to) {
      to.revise(requireNonNull(before.verdict()), articles.terms(before), verdict, article, now);
      return;
    }
    if (from != null) {
      withdraw(before, Cause.MOVED_STORY);
    }
    if (to.status() == Story.Status.CLOSED) {
      schedule(Deadline.Kind.CLOSE_STORY, to.id(), now + settings.closeAfter().toMillis());
    }
    to.join(verdict, article, now);
  }

  /** Removes a member from its story. */
  void withdraw(ArticleRecord member, Cause cause) {
    ArticleVerdict verdict = requireNonNull(member.verdict());
    StoryDraft story = draftOf(verdict);
    if (story != null) {
      boolean wasOpen = story.status() == Story.Status.OPEN;
      story.withdraw(verdict, articles.terms(member), cause, now);
      if (wasOpen && story.status() == Story.Status.CLOSED) {
        schedule(Deadline.Kind.RETIRE_STORY, story.id(), now + settings.remember().toMillis());
      }
    }
  }

  /**
   * Returns the time just after the closed story of an article retires; {@link Long#MIN_VALUE} if
   * the article is in no closed story.
   */
  long retirement(ArticleRecord known) {
    String id = storyOf(known);
    StoryRecord story = id == null ? null : record(id);
    return story == null || story.status() == Story.Status.OPEN
        ? Long.MIN_VALUE
        : retirement(story) + 1;
  }

  void closeIfIdle(Deadline due) {
    StoryRecord story = record(due.id());
    if (story == null || story.status() != Story.Status.OPEN) {
      return;
    }
    long idle = story.lastUpdated() + settings.closeAfter().toMillis();
    if (idle > due.at()) {
      schedule(Deadline.Kind.CLOSE_STORY, due.id(), idle);
      return;
    }
    draft(due.id()).close(StoryEvent.Closed.Reason.IDLE, due.at());
    schedule(Deadline.Kind.RETIRE_STORY, due.id(), retirement(story));
  }

  void retireIfDue(Deadline due) {
    StoryRecord story = record(due.id());
    if (story == null || story.status() == Story.Status.OPEN) {
      return;
    }
    if (retirement(story) > due.at()) {
      schedule(Deadline.Kind.RETIRE_STORY, due.id(), retirement(story));
      return;
    }
    drafts.remove(due.id());
    store.deleteStory(due.id());
    emit(new LaneOutput.StoryRetired(due.id()));
  }

  /** Merges a story into another one. */
  void merge(StoryDraft from, StoryDraft into, List<String> uris) {
    if (into.status() == Story.Status.CLOSED) {
      schedule(Deadline.Kind.CLOSE_STORY, into.id(), now + settings.closeAfter().toMillis());
    }
    into.absorb(from, uris, now);
    schedule(Deadline.Kind.RETIRE_STORY, from.id(), now + settings.remember().toMillis());
  }

  /** Returns the draft of a stored story. */
  StoryDraft draft(String id) {
    return drafts.computeIfAbsent(
        id, key -> new StoryDraft(requireNonNull(store.story(key), key), this::emit));
  }

  private @Nullable StoryDraft draftOf(ArticleVerdict verdict) {
    String id = resolve(requireNonNull(verdict.storyId()));
    return id == null ? null : draft(id);
  }

  private @Nullable StoryRecord record(String id) {
    StoryDraft draft = drafts.get(id);
    return draft == null ? store.story(id) : draft.record();
  }

  private long retirement(StoryRecord story) {
    return story.lastUpdated() + settings.remember().toMillis();
  }

  private void schedule(Deadline.Kind kind, String id, long at) {
    store.schedule(new Deadline(at, kind, id));
  }

  private void emit(StoryEvent event) {
    outputs.add(new LaneOutput.Event(event));
  }
}
