package dev.storywire.story;

import static java.util.Objects.requireNonNullElse;

import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import dev.storywire.story.draft.ArticleRecords;
import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.draft.StoryExpiry;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.ClockJump;
import dev.storywire.story.state.Deadline;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.LaneStore;

/** Advances the lane clock and acts on the deadlines that pass. */
final class Expiry {
  private final String lane;
  private final LaneSettings settings;
  private final LaneStore store;
  private final ArticleRecords articles;
  private final LaneMemory memory;
  private final StoryDrafts stories;
  private final StoryExpiry storyExpiry;
  private final SlugIndex slugs;
  private final DecisionExecutor executor;

  Expiry(
      String lane,
      LaneSettings settings,
      LaneStore store,
      ArticleRecords articles,
      LaneMemory memory,
      StoryDrafts stories,
      SlugIndex slugs,
      DecisionExecutor executor) {
    this.lane = lane;
    this.settings = settings;
    this.store = store;
    this.articles = articles;
    this.memory = memory;
    this.stories = stories;
    this.storyExpiry = new StoryExpiry(settings, store, stories);
    this.slugs = slugs;
    this.executor = executor;
  }

  /**
   * Advances the clock to the order time of an article, unless the clock is later. One article does
   * not move it far ahead: such an article is decided at its own time, nothing expires, and the
   * clock follows when other articles confirm the time.
   */
  void advance(PreparedArticle article) {
    long time = article.orderTime();
    ClockJump known = store.jump();
    if (!ClockJump.isNeeded(store.clock(), time)) {
      if (known != null) {
        store.jump(null);
      }
      moveTo(Math.max(store.clock(), time));
      return;
    }
    String source = requireNonNullElse(article.source(), "");
    ClockJump jump = known == null ? ClockJump.first(time, source) : known.plus(time, source);
    stories.emit(
        new LaneOutput.ClockAhead(lane, store.clock(), time, article.uri(), jump.isConfirmed()));
    if (known != null && jump.isConfirmed()) {
      store.jump(null);
      moveTo(Math.min(known.time(), time));
      advance(article);
    } else {
      store.jump(jump);
      stories.setTime(time);
    }
  }

  private void moveTo(long clock) {
    for (Deadline due = store.pollDue(clock); due != null; due = store.pollDue(clock)) {
      stories.setTime(due.at());
      switch (due.kind()) {
        case EXPIRE_ARTICLE -> expireArticle(due);
        case EXPIRE_SLUG -> slugs.expire(due);
        case EXPIRE_EDIT -> store.deleteEdit(due.id());
        case CLOSE_STORY -> storyExpiry.closeIfIdle(due);
        case RETIRE_STORY -> storyExpiry.retireIfDue(due);
      }
    }
    store.clock(clock);
    memory.advance(clock);
    stories.setTime(clock);
  }

  private void expireArticle(Deadline due) {
    ArticleRecord known = articles.get(due.id());
    if (known.isInOtherLane(lane) && !known.hasMoved()) {
      return; // the lane that has it has scheduled a deadline of its own
    }
    long until = rememberedUntil(known);
    if (until > due.at()) {
      store.schedule(new Deadline(until, Deadline.Kind.EXPIRE_ARTICLE, due.id()));
      return;
    }
    executor.leave(known, Cause.FORGOTTEN);
    articles.delete(known);
    if (known.verdict() != null) {
      stories.emit(new LaneOutput.ArticleExpired(due.id()));
    }
  }

  /**
   * Returns the end of the article's window. An article in a closed story is remembered until the
   * story retires, but for no longer than two windows. The record that an article has moved to
   * another lane is kept for longer than that lane can remember the article.
   */
  private long rememberedUntil(ArticleRecord known) {
    long window = settings.remember().toMillis();
    long touched = known.touchedAt();
    if (known.hasMoved()) {
      return touched + 3 * window;
    }
    long withStory = Math.min(storyExpiry.retirement(known), touched + 2 * window);
    return Math.max(touched + window, withStory);
  }
}
