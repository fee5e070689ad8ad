package dev.storywire.serve.query;

import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about one story.
 *
 * @param asked the id that was asked for
 * @param mergedInto the story that has its articles now, where it was merged; then {@code story} is
 *     that one, or the merged one if that is remembered no longer
 */
public record StoryAnswer(String asked, @Nullable String mergedInto, Story story) {

  /** What happened to a story, in order. */
  public record Log(String storyId, List<StoryEvent> events) {
    /** Makes an absent list empty. */
    public Log {
      events = events == null ? List.of() : List.copyOf(events);
    }
  }
}
