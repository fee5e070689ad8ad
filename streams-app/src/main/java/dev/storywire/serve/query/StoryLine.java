package dev.storywire.serve.query;

import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A story as a line of a list: what a reader needs to choose it.
 *
 * @param lead the first sentence of its summary
 * @param sources who tells it, latest first, at most {@link #MAX_SOURCES}; {@code sourceCount} is
 *     whole
 * @param entities most named first, at most {@link #MAX_ENTITIES}
 * @param arrivals minutes from each of its latest articles to {@code lastUpdated}, latest first
 */
public record StoryLine(
    String storyId,
    long seq,
    String lane,
    Story.Status status,
    @Nullable String mergedInto,
    String headline,
    @Nullable String lead,
    Instant firstSeen,
    Instant lastUpdated,
    int articleCount,
    int copyCount,
    int sourceCount,
    List<String> sources,
    List<Entity> entities,
    List<Long> arrivals) {

  /** Most entities in a line. */
  public static final int MAX_ENTITIES = 6;

  /** Most sources in a line. */
  public static final int MAX_SOURCES = 4;

  /** Makes an absent list empty. */
  public StoryLine {
    sources = sources == null ? List.of() : List.copyOf(sources);
    entities = entities == null ? List.of() : List.copyOf(entities);
    arrivals = arrivals == null ? List.of() : List.copyOf(arrivals);
  }

  /** The line of a story. */
  public static StoryLine of(Story snapshot) {
    Story story = Redaction.of(snapshot);
    return new StoryLine(
        story.storyId(),
        story.seq(),
        story.lane(),
        story.status(),
        story.mergedInto(),
        story.headline(),
        story.summary().isEmpty() ? null : story.summary().get(0).text(),
        story.firstSeen(),
        story.lastUpdated(),
        story.articleCount(),
        story.copyCount(),
        story.sourceCount(),
        story.articles().stream()
            .map(Story.Member::source)
            .filter(Objects::nonNull)
            .distinct()
            .limit(MAX_SOURCES)
            .toList(),
        story.entities().stream().limit(MAX_ENTITIES).toList(),
        story.articles().stream()
            .map(Story.Member::publishedAt)
            .filter(Objects::nonNull)
            .map(at -> Math.max(0, Duration.between(at, story.lastUpdated()).toMinutes()))
            .toList());
  }
}
