package dev.storywire.story.draft;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Edit;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Deadline;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.StoryEdits;
import dev.storywire.story.state.StoryIds;
import dev.storywire.story.state.StoryRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stories of a lane while one record is decided. Changes are made to drafts and outputs are
 * collected; {@link #publish} stores each changed story and emits its snapshot once.
 */
public final class StoryDrafts {
  private final String lane;
  private final LaneSettings settings;
  private final LaneStore store;
  private final ArticleRecords articles;
  private final List<LaneOutput> outputs = new ArrayList<>();
  private final Map<String, StoryDraft> drafts = new LinkedHashMap<>();
  private long now;
  private StoryEvent.@Nullable Edited edit;

  public StoryDrafts(String lane, LaneSettings settings, LaneStore store, ArticleRecords articles) {
    this.lane = lane;
    this.settings = settings;
    this.store = store;
    this.articles = articles;
  }

  /** Sets the event time of the changes that follow. */
  public void setTime(long time) {
    now = time;
  }

  public long now() {
    return now;
  }

  /** Starts an edit, which is the cause of the changes until {@link #publish}. */
  public void begin(Edit cause) {
    edit = new StoryEvent.Edited(cause.id(), cause.by(), cause.reason());
  }

  public void emit(LaneOutput output) {
    outputs.add(output);
  }

  /** Stores the changed stories and returns all outputs, the snapshots last. */
  public List<LaneOutput> publish() {
    for (StoryDraft draft : drafts.values()) {
      StoryRecord record = draft.record();
      store.put(record);
      outputs.add(new LaneOutput.Snapshot(record.snapshot()));
    }
    drafts.clear();
    edit = null;
    List<LaneOutput> published = List.copyOf(outputs);
    outputs.clear();
    return published;
  }

  /**
   * Follows merges from a story to the one that has its articles now. Returns the id of that story;
   * null if it has retired.
   */
  public @Nullable String resolve(String storyId) {
    String id = storyId;
    for (StoryRecord story = find(id); story != null; story = find(id)) {
      if (story.mergedInto() == null) {
        return id;
      }
      id = story.mergedInto();
    }
    return null;
  }

  /** Returns the story that has an article now; null if the article is in none. */
  public @Nullable String storyOf(@Nullable ArticleRecord article) {
    return article != null && article.isMember()
        ? resolve(requireNonNull(requireNonNull(article.verdict()).storyId()))
        : null;
  }

  /** Returns the story whose only member is this article; null if there is none. */
  public @Nullable String ownStory(ArticleRecord known) {
    String id = storyOf(known);
    StoryRecord story = id == null ? null : find(id);
    return story != null && story.articleCount() == 1 ? id : null;
  }

  /** Returns the lasting effects of edits on a story. */
  public StoryEdits edits(String id) {
    StoryDraft draft = drafts.get(id);
    if (draft != null) {
      return draft.edits();
    }
    StoryRecord story = store.story(id);
    return story == null || story.edits() == null ? StoryEdits.NONE : story.edits();
  }

  /** Opens a story for an article and returns its id. */
  public String open(PreparedArticle article) {
    return open(article, null).id();
  }

  public StoryDraft open(PreparedArticle article, @Nullable String splitFrom) {
    String id = StoryIds.of(article, now);
    for (int n = 2; find(id) != null; n++) {
      id = StoryIds.of(article, now) + "-" + n;
    }
    StoryDraft draft = StoryDraft.open(id, lane, now, splitFrom, edit, this::emit);
    drafts.put(id, draft);
    schedule(Deadline.Kind.CLOSE_STORY, id, now + settings.closeAfter().toMillis());
    return draft;
  }

  /** Adds an article to the story of its new verdict, and removes it from its previous story. */
  public void update(ArticleRecord before, PreparedArticle article, ArticleVerdict verdict) {
    StoryDraft to = draft(requireNonNull(verdict.storyId()));
    StoryDraft from = before.isMember() ? draftOf(requireNonNull(before.verdict())) : null;
    if (from == to) {
      to.revise(requireNonNull(before.verdict()), articles.terms(before), verdict, article, now);
      return;
    }
    if (from != null) {
      Set<String> uri = Set.of(before.uri());
      to.setEdits(to.edits().mergedWith(from.edits().only(uri)));
      withdraw(before, Cause.MOVED_STORY);
    }
    if (to.status() == Story.Status.CLOSED) {
      schedule(Deadline.Kind.CLOSE_STORY, to.id(), now + settings.closeAfter().toMillis());
    }
    to.join(verdict, article, now);
  }

  /** Removes a member from its story. */
  public void withdraw(ArticleRecord member, Cause cause) {
    ArticleVerdict verdict = requireNonNull(member.verdict());
    StoryDraft story = draftOf(verdict);
    if (story != null) {
      boolean wasOpen = story.status() == Story.Status.OPEN;
      story.withdraw(verdict, articles.terms(member), cause, now);
      if (cause != Cause.WITHHELD && cause != Cause.REPLACED) {
        story.setEdits(story.edits().without(Set.of(member.uri())));
      }
      if (wasOpen && story.status() == Story.Status.CLOSED) {
        schedule(Deadline.Kind.RETIRE_STORY, story.id(), now + settings.remember().toMillis());
      }
    }
  }

  /** Deletes a story. */
  void retire(String id) {
    drafts.remove(id);
    store.deleteStory(id);
    emit(new LaneOutput.StoryRetired(id));
  }

  /** Merges a story into another one. */
  public void merge(StoryDraft from, StoryDraft into, List<String> uris) {
    if (into.status() == Story.Status.CLOSED) {
      schedule(Deadline.Kind.CLOSE_STORY, into.id(), now + settings.closeAfter().toMillis());
    }
    into.absorb(from, uris, now);
    schedule(Deadline.Kind.RETIRE_STORY, from.id(), now + settings.remember().toMillis());
  }

  /** Starts a split. The partings of the articles move with them to the new story. */
  public void split(StoryDraft from, StoryDraft into, List<String> uris) {
    Set<String> leaving = Set.copyOf(uris);
    into.setEdits(into.edits().mergedWith(from.edits().only(leaving)));
    from.setEdits(from.edits().without(leaving));
    from.split(into, uris, now);
  }

  /** Returns the draft of a stored story. */
  public StoryDraft draft(String id) {
    return drafts.computeIfAbsent(
        id, key -> new StoryDraft(requireNonNull(store.story(key), key), edit, this::emit));
  }

  private @Nullable StoryDraft draftOf(ArticleVerdict verdict) {
    String id = resolve(requireNonNull(verdict.storyId()));
    return id == null ? null : draft(id);
  }

  /** Returns the present state of a story; null if there is none. */
  public @Nullable StoryRecord find(String id) {
    StoryDraft draft = drafts.get(id);
    return draft == null ? store.story(id) : draft.record();
  }

  private void schedule(Deadline.Kind kind, String id, long at) {
    store.schedule(new Deadline(at, kind, id));
  }

  private void emit(StoryEvent event) {
    boolean isFirst = outputs.stream().noneMatch(LaneOutput.Event.class::isInstance);
    outputs.add(new LaneOutput.Event(event, edit != null && isFirst));
  }
}
