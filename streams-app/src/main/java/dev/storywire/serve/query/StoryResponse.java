package dev.storywire.serve.query;

import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to a query for a story.
 *
 * @param asked the id in the request
 * @param mergedInto the story that has its articles now, if it was merged; then {@code story} is
 *     that story, or the merged one if that story has retired
 * @param noNames sentence which states that there is no model for names in the language of the
 *     lane; absent if there is one
 */
public record StoryResponse(
    String asked, @Nullable String mergedInto, Story story, @Nullable String noNames) {

  /** The events of a story, in order. */
  public record Log(String storyId, List<StoryEvent> events) {
    /** Replaces an absent list by an empty one. */
    public Log {
      events = events == null ? List.of() : List.copyOf(events);
    }
  }
}
