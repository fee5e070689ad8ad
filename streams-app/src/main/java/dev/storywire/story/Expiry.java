package dev.storywire.story;

import dev.storywire.schemas.StoryEvent.ArticleWithdrawn.Cause;
import dev.storywire.story.draft.ArticleRecords;
import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.draft.StoryExpiry;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Deadline;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.LaneStore;

/**
 * Acts on the deadlines of a lane: closes and retires stories, and expires articles, slugs and
 * edits.
 */
final class Expiry {
  private final String lane;
  private final LaneSettings settings;
  private final LaneStore store;
  private final ArticleRecords articles;
  private final StoryDrafts stories;
  private final StoryExpiry storyExpiry;
  private final SlugIndex slugs;
  private final DecisionExecutor executor;

  Expiry(
      String lane,
      LaneSettings settings,
      LaneStore store,
      ArticleRecords articles,
      StoryDrafts stories,
      SlugIndex slugs,
      DecisionExecutor executor) {
    this.lane = lane;
    this.settings = settings;
    this.store = store;
    this.articles = articles;
    this.stories = stories;
    this.storyExpiry = new StoryExpiry(settings, store, stories);
    this.slugs = slugs;
    this.executor = executor;
  }

  /** Acts on a deadline that has passed. */
  void act(Deadline due) {
    switch (due.kind()) {
      case EXPIRE_ARTICLE -> expireArticle(due);
      case EXPIRE_SLUG -> slugs.expire(due);
      case EXPIRE_EDIT -> store.deleteEdit(due.id());
      case CLOSE_STORY -> storyExpiry.closeIfIdle(due);
      case RETIRE_STORY -> storyExpiry.retireIfDue(due);
    }
  }

  private void expireArticle(Deadline due) {
    ArticleRecord known = articles.get(due.id());
    if (known.isInOtherLane(lane) && !known.hasMoved()) {
      return; // the lane that has it has scheduled its own deadline
    }
    long until = rememberedUntil(known);
    if (until > due.at()) {
      store.schedule(new Deadline(until, Deadline.Kind.EXPIRE_ARTICLE, due.id()));
      return;
    }
    executor.removeFromStory(known, Cause.FORGOTTEN);
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
    long changed = known.changedAt();
    if (known.hasMoved()) {
      return changed + 3 * window;
    }
    long withStory = Math.min(storyExpiry.retirement(known), changed + 2 * window);
    return Math.max(changed + window, withStory);
  }
}
