package dev.storywire.story.state;

import dev.storywire.schemas.Entity;
import dev.storywire.schemas.RelatedStory;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryBuilder;
import dev.storywire.story.summary.Lead;
import dev.storywire.story.summary.StoryText;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stored state of a story. Its size is bounded for any number of articles.
 *
 * @param seq number of its last event
 * @param firstSeen event time of its opening, epoch ms
 * @param lastUpdated event time of its newest article, epoch ms
 * @param sources number of articles by source
 * @param terms number of articles by term
 * @param members its newest members, newest first
 * @param entities its entities by id
 * @param leads the recent originals that the headline and the summary are chosen from, newest first
 * @param edits the lasting effects of edits
 * @param pinned the headline that an editor has chosen
 * @param relatedStories the stories of other lanes about the same event
 */
@RecordBuilder
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
    List<Lead> leads,
    @Nullable StoryEdits edits,
    @Nullable PinnedHeadline pinned,
    List<RelatedStory> relatedStories) {

  /** Makes absent parts empty, since empty parts are not encoded. */
  public StoryRecord {
    sources = sources == null ? Map.of() : sources;
    terms = terms == null ? Map.of() : terms;
    members = members == null ? List.of() : List.copyOf(members);
    entities = entities == null ? Map.of() : entities;
    leads = leads == null ? List.of() : List.copyOf(leads);
    relatedStories = relatedStories == null ? List.of() : List.copyOf(relatedStories);
  }

  /** Returns true if a related story is the first of its lane, or has more evidence. */
  public boolean accepts(RelatedStory related) {
    return relatedStories.stream()
        .filter(known -> known.lane().equals(related.lane()))
        .findFirst()
        .map(known -> known.evidence() < related.evidence())
        .orElse(relatedStories.size() < RelatedStory.MAX);
  }

  /** Returns the story as it is published. */
  public Story snapshot() {
    return StoryBuilder.builder()
        .storyId(storyId)
        .seq(seq)
        .lane(lane)
        .status(status)
        .mergedInto(mergedInto)
        .headline(pinned == null ? text.headline() : pinned.headline())
        .summary(text.summary())
        .firstSeen(Instant.ofEpochMilli(firstSeen))
        .lastUpdated(Instant.ofEpochMilli(lastUpdated))
        .articleCount(articleCount)
        .copyCount(copyCount)
        .sourceCount(sources.size())
        .articles(members)
        .entities(
            entities.values().stream()
                .sorted(Comparator.comparing((Entity e) -> -e.mentions()).thenComparing(Entity::id))
                .limit(Story.MAX_ENTITIES)
                .toList())
        .terms(new Tally(terms.size(), terms).top(Story.MAX_TERMS))
        .relatedStories(relatedStories)
        .build();
  }
}
