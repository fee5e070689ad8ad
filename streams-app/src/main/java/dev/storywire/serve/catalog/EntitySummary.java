package dev.storywire.serve.catalog;

import dev.storywire.schemas.Entity;
import dev.storywire.serve.query.EntityListItem;
import dev.storywire.serve.query.EntityResponse;
import dev.storywire.serve.query.EntityResponse.Companion;
import dev.storywire.serve.query.StoryListItem;
import dev.storywire.serve.query.StoryPage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts the spellings, lanes, entities and days of the stories of one entity. */
final class EntitySummary {
  private final String id;
  private final Map<String, Integer> spellings = new HashMap<>();
  private final Map<String, Integer> lanes = new HashMap<>();
  private final Map<String, Companion> with = new HashMap<>();
  private final TreeMap<LocalDate, Integer> days = new TreeMap<>(Comparator.reverseOrder());

  private EntitySummary(String id) {
    this.id = id;
  }

  /** Returns the response for an entity. {@code page} is the first page of its stories. */
  static EntityResponse of(EntityStories stories, StoryPage page) {
    EntityListItem line = stories.line();
    EntitySummary summary = new EntitySummary(line.id());
    stories.stories().stream().limit(EntityResponse.MAX_STORIES).forEach(summary::add);
    return new EntityResponse(
        line,
        summary.spellings(),
        summary.lanes(),
        summary.companions(),
        summary.days(),
        page.stories(),
        page.next(),
        page.eventTime());
  }

  /** Adds a story. Stories are added in order, the one updated last first. */
  private void add(CatalogEntry story) {
    for (Entity entity : story.entities()) {
      if (entity.id().equals(id)) {
        spellings.merge(entity.name(), 1, Integer::sum);
      } else {
        with.merge(
            entity.id(),
            new Companion(entity.id(), entity.name(), entity.type(), 1),
            (known, one) ->
                new Companion(known.id(), known.name(), known.type(), known.storyCount() + 1));
      }
    }
    lanes.merge(story.line().lane(), 1, Integer::sum);
    daysOf(story.line()).forEach(day -> days.merge(day, 1, Integer::sum));
  }

  private static Set<LocalDate> daysOf(StoryListItem story) {
    return story.arrivals().stream()
        .map(minutes -> story.lastUpdated().minusSeconds(60 * minutes))
        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
        .collect(Collectors.toSet());
  }

  private List<EntityResponse.Spelling> spellings() {
    return mostFrequentFirst(spellings).stream()
        .map(count -> new EntityResponse.Spelling(count.getKey(), count.getValue()))
        .toList();
  }

  private List<EntityResponse.LaneCount> lanes() {
    return mostFrequentFirst(lanes).stream()
        .map(count -> new EntityResponse.LaneCount(count.getKey(), count.getValue()))
        .toList();
  }

  private List<Companion> companions() {
    return with.values().stream()
        .sorted(
            Comparator.comparingInt(Companion::storyCount).reversed().thenComparing(Companion::id))
        .limit(EntityResponse.MAX_WITH)
        .toList();
  }

  private List<EntityResponse.DayCount> days() {
    return days.entrySet().stream()
        .limit(EntityResponse.MAX_DAYS)
        .map(count -> new EntityResponse.DayCount(count.getKey(), count.getValue()))
        .toList();
  }

  private static List<Map.Entry<String, Integer>> mostFrequentFirst(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }
}
