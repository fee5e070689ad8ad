package dev.storywire.serve.query;

import dev.storywire.schemas.Story;
import org.jspecify.annotations.Nullable;

/**
 * A change to a story.
 *
 * @param story the current snapshot; absent if the story has retired
 */
public record StoryUpdate(String storyId, @Nullable Story story) {
  /** Returns an update with a new snapshot. */
  public static StoryUpdate of(Story story) {
    return new StoryUpdate(story.storyId(), story);
  }

  /** Returns an update for a story that has retired. */
  public static StoryUpdate retired(String storyId) {
    return new StoryUpdate(storyId, null);
  }
}
