package dev.storywire.serve.query;

import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the list of stories.
 *
 * @param lead the latest development: the first sentence of its summary from the article cited last
 * @param sources its sources, latest first, at most {@link #MAX_SOURCES}; {@code sourceCount}
 *     counts all
 * @param entities its entities, most mentioned first, at most {@link #MAX_ENTITIES}
 * @param hit where a search has found a word that the other components do not contain; only in the
 *     result of a search
 * @param arrivals minutes between each of its latest articles and {@code lastUpdated}, latest first
 */
@RecordBuilder
public record StoryListItem(
    String storyId,
    long seq,
    String lane,
    Story.Status status,
    @Nullable String mergedInto,
    String headline,
    @Nullable String lead,
    @Nullable SearchHit hit,
    Instant firstSeen,
    Instant lastUpdated,
    int articleCount,
    int copyCount,
    int sourceCount,
    List<String> sources,
    List<Entity> entities,
    List<Long> arrivals) {

  /** Maximum number of entities in an entry. */
  public static final int MAX_ENTITIES = 6;

  /** Maximum number of sources in an entry. */
  public static final int MAX_SOURCES = 4;

  /** Replaces absent lists by empty ones. */
  public StoryListItem {
    sources = sources == null ? List.of() : List.copyOf(sources);
    entities = entities == null ? List.of() : List.copyOf(entities);
    arrivals = arrivals == null ? List.of() : List.copyOf(arrivals);
  }

  /** Returns the entry of a story. */
  public static StoryListItem of(Story snapshot) {
    Story story = Redaction.of(snapshot);
    return StoryListItemBuilder.builder()
        .storyId(story.storyId())
        .seq(story.seq())
        .lane(story.lane())
        .status(story.status())
        .mergedInto(story.mergedInto())
        .headline(story.headline())
        .lead(lead(story.summary()))
        .firstSeen(story.firstSeen())
        .lastUpdated(story.lastUpdated())
        .articleCount(story.articleCount())
        .copyCount(story.copyCount())
        .sourceCount(story.sourceCount())
        .sources(sources(story))
        .entities(story.entities().stream().limit(MAX_ENTITIES).toList())
        .arrivals(arrivals(story))
        .build();
  }

  /** Returns this entry with the hit of a search. */
  public StoryListItem withHit(SearchHit found) {
    return StoryListItemBuilder.builder(this).hit(found).build();
  }

  /** Returns the first sentence that the summary has from the article cited last. */
  private static @Nullable String lead(List<Story.SummarySentence> summary) {
    if (summary.isEmpty()) {
      return null;
    }
    String latest = summary.get(summary.size() - 1).uri();
    return summary.stream()
        .filter(sentence -> sentence.uri().equals(latest))
        .findFirst()
        .map(Story.SummarySentence::text)
        .orElseThrow();
  }

  private static List<String> sources(Story story) {
    return story.articles().stream()
        .map(Story.Member::source)
        .filter(Objects::nonNull)
        .distinct()
        .limit(MAX_SOURCES)
        .toList();
  }

  private static List<Long> arrivals(Story story) {
    return story.articles().stream()
        .map(Story.Member::publishedAt)
        .filter(Objects::nonNull)
        .map(at -> Math.max(0, Duration.between(at, story.lastUpdated()).toMinutes()))
        .toList();
  }
}
