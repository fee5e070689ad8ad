package dev.storywire.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict.Relation;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEvent.ArticleWithdrawn;
import dev.storywire.schemas.StoryEventArticleJoinedBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceCountsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Map<String, List<StoryEvent>> log = new HashMap<>();
  private final SourceCounts counts = new SourceCounts(this::eventsOf);

  @Test
  void reachesANumberOfSourcesOnce() {
    assertThat(counts.isReached(joined("s1", "urn:a", "Harbour Wire"), 2)).isFalse();
    assertThat(counts.isReached(joined("s1", "urn:b", "Harbour Wire"), 2)).isFalse();
    assertThat(counts.isReached(joined("s1", "urn:c", "Coast Courier"), 2)).isTrue();
    assertThat(counts.isReached(joined("s1", "urn:d", "Ledger Daily"), 2)).isFalse();
    assertThat(counts.isReached(withdrawn("s1", "urn:c"), 2)).isFalse();
    assertThat(counts.isReached(withdrawn("s1", "urn:d"), 2)).isFalse();
    assertThat(counts.isReached(joined("s1", "urn:e", "Alta Tribune"), 2)).isFalse();
  }

  @Test
  void doesNotCountSourcesWhoseArticlesHaveLeft() {
    assertThat(counts.isReached(joined("s1", "urn:a", "Harbour Wire"), 2)).isFalse();
    assertThat(counts.isReached(withdrawn("s1", "urn:a"), 2)).isFalse();
    assertThat(counts.isReached(joined("s1", "urn:b", "Coast Courier"), 2)).isFalse();
  }

  @Test
  void countsTheSourcesOfAMergedStory() {
    joined("s2", "urn:b", "Coast Courier");
    add(new StoryEvent.Merged("s2", 2, NOON, "en", "s1", null, List.of("urn:b"), null));
    assertThat(counts.isReached(joined("s1", "urn:a", "Harbour Wire"), 2)).isFalse();

    StoryEvent merged =
        add(new StoryEvent.Merged("s1", 2, NOON, "en", null, "s2", List.of("urn:b"), null));
    assertThat(counts.isReached(merged, 2)).isTrue();
  }

  @Test
  void findsTheSameEventAfterARestart() {
    List<StoryEvent> all =
        List.of(
            joined("s1", "urn:a", "Harbour Wire"),
            joined("s1", "urn:b", "Coast Courier"),
            joined("s1", "urn:c", "Ledger Daily"));
    for (int start = 0; start < all.size(); start++) {
      SourceCounts restarted = new SourceCounts(this::eventsOf);
      List<StoryEvent> reached = new ArrayList<>();
      for (StoryEvent event : all.subList(start, all.size())) {
        if (restarted.isReached(event, 2)) {
          reached.add(event);
        }
        assertThat(restarted.isReached(event, 2)).as("read a second time").isFalse();
      }
      assertThat(reached).isEqualTo(start <= 1 ? List.of(all.get(1)) : List.of());
    }
  }

  private StoryEvent joined(String story, String uri, String source) {
    return add(
        StoryEventArticleJoinedBuilder.builder()
            .storyId(story)
            .seq(seq(story))
            .at(NOON)
            .lane("en")
            .uri(uri)
            .version(1)
            .relation(Relation.ORIGINAL)
            .source(source)
            .build());
  }

  private StoryEvent withdrawn(String story, String uri) {
    return add(
        new ArticleWithdrawn(
            story, seq(story), NOON, "en", uri, 2, ArticleWithdrawn.Cause.CANCELED, null));
  }

  private StoryEvent add(StoryEvent event) {
    log.computeIfAbsent(event.storyId(), id -> new ArrayList<>()).add(event);
    return event;
  }

  private List<StoryEvent> eventsOf(String story) {
    return log.getOrDefault(story, List.of());
  }

  private long seq(String story) {
    return eventsOf(story).size() + 1L;
  }
}
