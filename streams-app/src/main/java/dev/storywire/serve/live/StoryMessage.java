package dev.storywire.serve.live;

import dev.storywire.schemas.Story;
import dev.storywire.serve.query.StoryListItem;
import dev.storywire.serve.query.StoryUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A change of a story on the event stream.
 *
 * @param line the current state of the story; absent if it has retired
 */
record StoryMessage(String storyId, @Nullable StoryListItem line) {
  static StoryMessage of(StoryUpdate update) {
    Story story = update.story();
    return new StoryMessage(update.storyId(), story == null ? null : StoryListItem.of(story));
  }

  /** Returns the name of the server-sent event. */
  String event() {
    return line == null ? "retired" : "story";
  }

  /** Returns the data of the event. */
  Object data() {
    return line == null ? new Retired(storyId) : line;
  }

  /** A story that has retired. */
  record Retired(String storyId) {}
}
