package dev.storywire.story;

import static java.util.Objects.requireNonNullElse;

import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ClockJump;
import dev.storywire.story.state.Deadline;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneStore;

/**
 * Advances the lane clock, and lets {@link Expiry} act on each deadline that passes.
 *
 * <p>A single article does not move the clock far ahead, since its date may be wrong. Such an
 * article is decided at its own time and nothing expires. The clock follows when other articles
 * confirm the time.
 */
final class LaneClock {
  private final String lane;
  private final LaneStore store;
  private final LaneMemory memory;
  private final StoryDrafts stories;
  private final Expiry expiry;

  LaneClock(String lane, LaneStore store, LaneMemory memory, StoryDrafts stories, Expiry expiry) {
    this.lane = lane;
    this.store = store;
    this.memory = memory;
    this.stories = stories;
    this.expiry = expiry;
  }

  /** Advances the clock to the order time of an article, unless the clock is later. */
  void advance(PreparedArticle article) {
    long time = article.orderTime();
    // an article may be far ahead of the time that it confirms, too
    while (ClockJump.isNeeded(store.clock(), time)) {
      if (!confirmsJump(article)) {
        stories.setTime(time);
        return;
      }
    }
    if (store.jump() != null) {
      store.setJump(null);
    }
    moveTo(Math.max(store.clock(), time));
  }

  /**
   * Handles an article that is far ahead of the clock. If it confirms the time of earlier ones,
   * moves the clock to that time and returns true; otherwise remembers its time.
   */
  private boolean confirmsJump(PreparedArticle article) {
    long time = article.orderTime();
    String source = requireNonNullElse(article.source(), "");
    ClockJump known = store.jump();
    ClockJump jump = known == null ? ClockJump.first(time, source) : known.plus(time, source);
    stories.emit(
        new LaneOutput.ClockAhead(lane, store.clock(), time, article.uri(), jump.isConfirmed()));
    if (known == null || !jump.isConfirmed()) {
      store.setJump(jump);
      return false;
    }
    store.setJump(null);
    moveTo(Math.min(known.time(), time));
    return true;
  }

  private void moveTo(long clock) {
    for (Deadline due = store.pollDue(clock); due != null; due = store.pollDue(clock)) {
      stories.setTime(due.at());
      expiry.act(due);
    }
    store.setClock(clock);
    memory.advance(clock);
    stories.setTime(clock);
  }
}
