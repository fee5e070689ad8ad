package dev.storywire.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the volume of the list by hour, and stories without articles. */
class VolumeTest {
  private final InMemoryQueries queries = new InMemoryQueries();
  private final TestServer service = TestServer.over(queries);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void countsTheArticlesOfMatchingStoriesByHour() {
    // hours before noon: 0, 1, 1, 23, and 24, which is too old
    new SampleStory(queries, "s1", "en", "Bridge closed")
        .article(24 * 60, "Harbour Wire", "Bridge closed")
        .article(23 * 60, "Harbour Wire", "Bridge closed")
        .article(60, "Harbour Wire", "Bridge closed")
        .article(1, "Coast Courier", "Bridge closed")
        .publishAs(Story.Status.OPEN);
    queries.publish(StoryFixtures.open("s2", "Ferry delayed", 0));

    JsonNode hours = service.json("/api/volume").at("/hours");
    assertThat(hours).hasSize(24);
    assertThat(hours.at("/0/from").asText()).isEqualTo("2026-03-01T13:00:00Z");
    assertThat(hours.at("/0/articleCount").asInt()).isEqualTo(1);
    assertThat(hours.at("/22/articleCount").asInt()).isEqualTo(2);
    assertThat(hours.at("/23/from").asText()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(hours.at("/23/articleCount").asInt()).isEqualTo(1);
    assertThat(service.json("/api/volume?q=ferry").at("/hours/22/articleCount").asInt()).isZero();
  }

  @Test
  void hasNoHoursWithoutStories() {
    assertThat(service.json("/api/volume").at("/hours")).isEmpty();
    assertThat(service.problem("/api/volume?limit=5", 400)).contains("'limit'");
  }

  @Test
  void listsAStoryWithoutArticlesOnlyOnRequest() {
    queries.publish(StoryFixtures.open("s1", "Unspeakable", 0));
    queries.publish(StoryFixtures.emptied("s1", 9));
    queries.publish(StoryFixtures.merged("s2", "s1"));

    assertThat(service.json("/api/stories").at("/stories")).isEmpty();
    assertThat(service.json("/api/stories?minArticles=0").at("/stories")).hasSize(1);
    assertThat(service.json("/api/stories?status=merged").at("/stories")).hasSize(1);
  }
}
