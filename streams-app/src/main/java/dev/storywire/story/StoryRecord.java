package dev.storywire.story;

import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A story as it is kept, by id; bounded, however many articles it has.
 *
 * @param seq number of its last event
 * @param firstSeen event time of its opening, ms
 * @param lastUpdated event time of its newest article, ms
 * @param sources articles of each source
 * @param terms articles that use each term
 * @param members newest first
 * @param entities by id
 * @param leads of recent articles, newest first: what it is told from
 */
public record StoryRecord(
    String storyId,
    String lane,
    long seq,
    Story.Status status,
    @Nullable String mergedInto,
    StoryText text,
    long firstSeen,
    long lastUpdated,
    int articleCount,
    int copyCount,
    Map<String, Integer> sources,
    Map<String, Integer> terms,
    List<Story.Member> members,
    Map<String, Entity> entities,
    List<Lead> leads) {

  /** Makes absent parts empty: they are not written. */
  public StoryRecord {
    sources = sources == null ? Map.of() : sources;
    terms = terms == null ? Map.of() : terms;
    members = members == null ? List.of() : List.copyOf(members);
    entities = entities == null ? Map.of() : entities;
    leads = leads == null ? List.of() : List.copyOf(leads);
  }

  /** The story as others see it. */
  public Story snapshot() {
    return new Story(
        storyId,
        seq,
        lane,
        status,
        mergedInto,
        text.headline(),
        text.summary(),
        Instant.ofEpochMilli(firstSeen),
        Instant.ofEpochMilli(lastUpdated),
        articleCount,
        copyCount,
        sources.size(),
        members,
        entities.values().stream()
            .sorted(Comparator.comparing((Entity e) -> -e.mentions()).thenComparing(Entity::id))
            .limit(Story.MAX_ENTITIES)
            .toList(),
        new Tally(terms.size(), terms).top(Story.MAX_TERMS));
  }
}
