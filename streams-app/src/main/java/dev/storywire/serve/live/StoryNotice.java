package dev.storywire.serve.live;

import dev.storywire.schemas.Story;
import dev.storywire.serve.query.StoryLine;
import dev.storywire.serve.query.StoryUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A story's change as it goes down a stream.
 *
 * @param line the story as it stands now; absent when it was retired
 */
record StoryNotice(String storyId, @Nullable StoryLine line) {
  static StoryNotice of(StoryUpdate update) {
    Story story = update.story();
    return new StoryNotice(update.storyId(), story == null ? null : StoryLine.of(story));
  }

  /** Name of the server-sent event. */
  String event() {
    return line == null ? "retired" : "story";
  }

  /** Its data. */
  Object data() {
    return line == null ? new Retired(storyId) : line;
  }

  /** A story that is remembered no longer. */
  record Retired(String storyId) {}
}
