package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.text.terms.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stories of a lane while one article is taken: changes them as drafts, gathers what is to be
 * said, and at the end keeps and says each changed story once.
 */
final class Stories {
  private static final int TERMS_OF_AN_ARTICLE = 15;

  private final String lane;
  private final LaneSettings settings;
  private final LaneStore store;
  private final List<LaneOutput> outputs = new ArrayList<>();
  private final Map<String, StoryDraft> drafts = new LinkedHashMap<>();
  private long now;

  Stories(String lane, LaneSettings settings, LaneStore store) {
    this.lane = lane;
    this.settings = settings;
    this.store = store;
  }

  /** Sets the event time of what follows. */
  void at(long time) {
    now = time;
  }

  long now() {
    return now;
  }

  void say(LaneOutput output) {
    outputs.add(output);
  }

  /** Keeps what has changed and returns all that was said, snapshots last. */
  List<LaneOutput> publish() {
    for (StoryDraft draft : drafts.values()) {
      StoryRecord record = draft.record();
      store.put(record);
      outputs.add(new LaneOutput.Snapshot(record.snapshot()));
    }
    drafts.clear();
    List<LaneOutput> said = List.copyOf(outputs);
    outputs.clear();
    return said;
  }

  /** The story that has this story's articles now; null if it is retired. */
  @Nullable String live(String storyId) {
    String id = storyId;
    for (StoryRecord story = record(id); story != null; story = record(id)) {
      if (story.mergedInto() == null) {
        return id;
      }
      id = story.mergedInto();
    }
    return null;
  }

  /** The story that holds nothing but this article; it stays that article's story. */
  @Nullable String ownStory(ArticleRecord known) {
    if (!known.isMember()) {
      return null;
    }
    String id = live(requireNonNull(requireNonNull(known.verdict()).storyId()));
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
    StoryDraft draft = StoryDraft.open(id, lane, now, splitFrom, this::tell);
    drafts.put(id, draft);
    agree(Deadline.Kind.CLOSE_STORY, id, now + settings.closeAfter().toMillis());
    return draft;
  }

  /** Brings a new verdict into its story, and out of the one it was in. */
  void take(ArticleRecord before, PreparedArticle article, ArticleVerdict verdict) {
    StoryDraft to = draft(requireNonNull(verdict.storyId()));
    StoryDraft from = before.isMember() ? draftOf(requireNonNull(before.verdict())) : null;
    if (from == to) {
      to.revise(requireNonNull(before.verdict()), terms(before), verdict, article, now);
      return;
    }
    if (from != null) {
      withdraw(before, Cause.movedStory);
    }
    if (to.status() == Story.Status.CLOSED) {
      agree(Deadline.Kind.CLOSE_STORY, to.id(), now + settings.closeAfter().toMillis());
    }
    to.join(verdict, article, now);
  }

  void withdraw(ArticleRecord known, Cause cause) {
    ArticleVerdict verdict = requireNonNull(known.verdict());
    StoryDraft story = draftOf(verdict);
    if (story != null) {
      boolean wasOpen = story.status() == Story.Status.OPEN;
      story.withdraw(verdict, terms(known), cause, now);
      if (wasOpen && story.status() == Story.Status.CLOSED) {
        agree(Deadline.Kind.RETIRE_STORY, story.id(), now + settings.remember().toMillis());
      }
    }
  }

  /**
   * Just after an article's story is to be retired; the least there is if it is in no closed one.
   */
  long endOf(ArticleRecord known) {
    String id =
        known.isMember() ? live(requireNonNull(requireNonNull(known.verdict()).storyId())) : null;
    StoryRecord story = id == null ? null : record(id);
    return story == null || story.status() == Story.Status.OPEN
        ? Long.MIN_VALUE
        : retires(story) + 1;
  }

  void closeIfIdle(Deadline due) {
    StoryRecord story = record(due.id());
    if (story == null || story.status() != Story.Status.OPEN) {
      return;
    }
    long idle = story.lastUpdated() + settings.closeAfter().toMillis();
    if (idle > due.at()) {
      agree(Deadline.Kind.CLOSE_STORY, due.id(), idle);
      return;
    }
    draft(due.id()).close(StoryEvent.Closed.Reason.idle, due.at());
    agree(Deadline.Kind.RETIRE_STORY, due.id(), retires(story));
  }

  void retireIfOld(Deadline due) {
    StoryRecord story = record(due.id());
    if (story == null || story.status() == Story.Status.OPEN) {
      return;
    }
    if (retires(story) > due.at()) {
      agree(Deadline.Kind.RETIRE_STORY, due.id(), retires(story));
      return;
    }
    drafts.remove(due.id());
    store.deleteStory(due.id());
    say(new LaneOutput.StoryRetired(due.id()));
  }

  /** Makes one story of two. */
  void merge(StoryDraft from, StoryDraft into, List<String> uris) {
    if (into.status() == Story.Status.CLOSED) {
      agree(Deadline.Kind.CLOSE_STORY, into.id(), now + settings.closeAfter().toMillis());
    }
    into.absorb(from, uris, now);
    agree(Deadline.Kind.RETIRE_STORY, from.id(), now + settings.remember().toMillis());
  }

  /** A story to change; it must be kept. */
  StoryDraft draft(String id) {
    return drafts.computeIfAbsent(
        id, key -> StoryDraft.of(requireNonNull(store.story(key), key), this::tell));
  }

  private @Nullable StoryDraft draftOf(ArticleVerdict verdict) {
    String id = live(requireNonNull(verdict.storyId()));
    return id == null ? null : draft(id);
  }

  private @Nullable StoryRecord record(String id) {
    StoryDraft draft = drafts.get(id);
    return draft == null ? store.story(id) : draft.record();
  }

  private long retires(StoryRecord story) {
    return story.lastUpdated() + settings.remember().toMillis();
  }

  private void agree(Deadline.Kind kind, String id, long at) {
    store.schedule(new Deadline(at, kind, id));
  }

  private void tell(StoryEvent event) {
    outputs.add(new LaneOutput.Event(event));
  }

  private static List<String> terms(ArticleRecord record) {
    return record.article() == null ? List.of() : terms(record.article());
  }

  /** The words an article gives its story: those of its headline first. */
  static List<String> terms(PreparedArticle article) {
    Terms terms = article.terms();
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < Math.min(TERMS_OF_AN_ARTICLE, terms.wordCount()); i++) {
      forms.add(terms.form(i));
    }
    return forms;
  }
}
