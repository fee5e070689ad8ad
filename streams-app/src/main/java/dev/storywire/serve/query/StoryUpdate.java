package dev.storywire.serve.query;

import dev.storywire.schemas.Story;
import org.jspecify.annotations.Nullable;

/**
 * A change to a story.
 *
 * @param story the story as it stands now; absent when it was retired
 */
public record StoryUpdate(String storyId, @Nullable Story story) {
  /** A story's new snapshot. */
  public static StoryUpdate of(Story story) {
    return new StoryUpdate(story.storyId(), story);
  }

  /** A story that is remembered no longer. */
  public static StoryUpdate retired(String storyId) {
    return new StoryUpdate(storyId, null);
  }
}
