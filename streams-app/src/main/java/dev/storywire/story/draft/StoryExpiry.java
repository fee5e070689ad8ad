package dev.storywire.story.draft;

import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Deadline;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.StoryRecord;

/** Closes stories that no article has joined for some time, and retires closed ones. */
public final class StoryExpiry {
  private final LaneSettings settings;
  private final LaneStore store;
  private final StoryDrafts stories;

  /** Creates the rule for the stories of a lane. */
  public StoryExpiry(LaneSettings settings, LaneStore store, StoryDrafts stories) {
    this.settings = settings;
    this.store = store;
    this.stories = stories;
  }

  /** Closes an open story, or sets another deadline if an article has joined it meanwhile. */
  public void closeIfIdle(Deadline due) {
    StoryRecord story = stories.find(due.id());
    if (story == null || story.status() != Story.Status.OPEN) {
      return;
    }
    long idle = story.lastUpdated() + settings.closeAfter().toMillis();
    if (idle > due.at()) {
      store.schedule(new Deadline(idle, Deadline.Kind.CLOSE_STORY, due.id()));
      return;
    }
    stories.draft(due.id()).close(StoryEvent.Closed.Reason.IDLE, due.at());
    store.schedule(new Deadline(retirement(story), Deadline.Kind.RETIRE_STORY, due.id()));
  }

  /** Retires a closed or merged story, or sets another deadline if it has changed meanwhile. */
  public void retireIfDue(Deadline due) {
    StoryRecord story = stories.find(due.id());
    if (story == null || story.status() == Story.Status.OPEN) {
      return;
    }
    if (retirement(story) > due.at()) {
      store.schedule(new Deadline(retirement(story), Deadline.Kind.RETIRE_STORY, due.id()));
      return;
    }
    stories.retire(due.id());
  }

  /**
   * Returns the time just after the closed story of an article retires, epoch ms; {@link
   * Long#MIN_VALUE} if the article is in no closed story.
   */
  public long retirement(ArticleRecord known) {
    String id = stories.storyOf(known);
    StoryRecord story = id == null ? null : stories.find(id);
    return story == null || story.status() == Story.Status.OPEN
        ? Long.MIN_VALUE
        : retirement(story) + 1;
  }

  private long retirement(StoryRecord story) {
    return story.lastUpdated() + settings.remember().toMillis();
  }
}
