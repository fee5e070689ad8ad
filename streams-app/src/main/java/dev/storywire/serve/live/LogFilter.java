package dev.storywire.serve.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.storywire.schemas.StoryEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Restricts the log of story events. An absent or empty component does not restrict it.
 *
 * @param lane name of the lane
 * @param story id of the story
 * @param entity id of an entity that the story names
 * @param types types of events, as in their JSON
 */
record LogFilter(
    @Nullable String lane, @Nullable String story, @Nullable String entity, Set<String> types) {

  /** The types of events, in the order of their declaration. */
  static final List<String> TYPES =
      Arrays.stream(StoryEvent.class.getAnnotation(JsonSubTypes.class).value())
          .map(JsonSubTypes.Type::name)
          .toList();

  /** Copies the set. */
  LogFilter {
    types = types.stream().collect(Collectors.toUnmodifiableSet());
  }

  /** Returns true if the event itself matches. The entities are those of its story. */
  boolean matches(StoryEvent event, String type) {
    return (lane == null || lane.equals(event.lane()))
        && (story == null || story.equals(event.storyId()))
        && (types.isEmpty() || types.contains(type));
  }
}
