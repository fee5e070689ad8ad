package dev.storywire.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEventArticleJoinedBuilder;
import dev.storywire.serve.query.ServiceStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the endpoints over HTTP. */
class HttpServerTest {
  private final InMemoryQueries queries = new InMemoryQueries();
  private TestServer service;

  @BeforeEach
  void start() {
    service = TestServer.over(queries);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void listsStoriesLatestFirst() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    queries.publish(StoryFixtures.open("s2", "Ferry delayed", 10));

    JsonNode page = service.json("/api/stories");

    assertThat(page.findValuesAsText("storyId")).containsExactly("s2", "s1");
    assertThat(page.at("/eventTime").asText()).isEqualTo("2026-03-02T12:10:00Z");
    assertThat(page.at("/stories/0/lead").asText()).startsWith("Ferry delayed, the mayor");
    assertThat(page.has("next")).isFalse();
  }

  @Test
  void pagesHaveNoGapsOrDuplicates() {
    for (int i = 0; i < 7; i++) {
      queries.publish(StoryFixtures.open("s" + i, "Story " + i, i / 2));
    }
    StringBuilder seen = new StringBuilder();
    String path = "/api/stories?limit=3";
    while (!path.isEmpty()) {
      JsonNode page = service.json(path);
      page.findValuesAsText("storyId").forEach(seen::append);
      String next = page.path("next").asText();
      path = next.isEmpty() ? "" : "/api/stories?limit=3&cursor=" + next;
    }
    assertThat(seen).hasToString("s6s4s5s2s3s0s1");
  }

  @Test
  void findsStoriesByPrefixesIgnoringCaseAndAccents() {
    queries.publish(StoryFixtures.open("s1", "Café owners see Bridge closed", 0));
    queries.publish(StoryFixtures.open("s2", "Ferry delayed", 10));

    assertThat(ids("/api/stories?q=cafe+BRIDGE")).containsExactly("s1");
    assertThat(ids("/api/stories?q=ridge")).isEmpty();
  }

  @Test
  void filtersByEntityLaneAndStatus() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    queries.publish(StoryFixtures.closed("s2", "Ferry delayed", 10));
    queries.publish(StoryFixtures.merged("s3", "s1"));

    assertThat(ids("/api/stories")).containsExactly("s2", "s1");
    assertThat(ids("/api/stories?status=open")).containsExactly("s1");
    assertThat(ids("/api/stories?status=merged")).containsExactly("s3");
    assertThat(ids("/api/stories?entity=tove-lind&lane=en")).hasSize(2);
    assertThat(ids("/api/stories?entity=TOVE%20LIND")).hasSize(2);
    assertThat(ids("/api/stories?entity=nobody")).isEmpty();
    assertThat(ids("/api/stories?lane=de")).isEmpty();
  }

  @Test
  void filtersBySourceSizeAndTime() {
    new SampleStory(queries, "s1", "en", "Bridge closed")
        .article(600, "Harbour Wire", "Bridge closed")
        .article(300, "Côte Presse", "Bridge closed again")
        .publishAs(Story.Status.OPEN);
    queries.publish(StoryFixtures.open("s2", "Ferry delayed", 0));

    assertThat(ids("/api/stories?source=cote+presse")).containsExactly("s1");
    assertThat(ids("/api/stories?source=harbour%20wire")).containsExactly("s2", "s1");
    assertThat(ids("/api/stories?source=harbour")).isEmpty();
    assertThat(ids("/api/stories?minArticles=2")).containsExactly("s1");
    assertThat(ids("/api/stories?minSources=3")).isEmpty();
    assertThat(ids("/api/stories?within=4h")).containsExactly("s2");
    assertThat(ids("/api/stories?within=300m")).containsExactly("s2", "s1");
    assertThat(ids("/api/stories?since=2026-03-02T08:00:00%2B01:00")).hasSize(2);
    assertThat(ids("/api/stories?since=2026-03-02T07:00:01Z")).containsExactly("s2");
    assertThat(ids("/api/stories?until=2026-03-02T11:59:59Z")).containsExactly("s1");
    assertThat(ids("/api/stories?since=2026-03-02&until=2026-03-02")).hasSize(2);
    assertThat(ids("/api/stories?until=2026-03-01")).isEmpty();
  }

  @Test
  void refusesAnInvalidQuery() {
    assertThat(service.problem("/api/stories?limit=0", 400)).contains("limit is '0'", "1 to 200");
    assertThat(service.problem("/api/stories?limit=x", 400)).contains("limit is 'x'");
    assertThat(service.problem("/api/stories?status=new", 400)).contains("open, closed or merged");
    assertThat(service.problem("/api/stories?cursor=!!", 400)).contains("cursor");
    assertThat(service.problem("/api/stories?entty=x", 400)).contains("'entty'", "entity");
    assertThat(service.problem("/api/stories?within=6+hours", 400)).contains("30m, 6h or 2d");
    assertThat(service.problem("/api/stories?since=monday", 400)).contains("since is 'monday'");
    assertThat(service.problem("/api/stories?minSources=-1", 400)).contains("0 to 999999");
    assertThat(service.problem("/api/stories?q=" + "x".repeat(201), 400)).contains("201");
  }

  @Test
  void statesThatALanguageHasNoModelForNames() {
    new SampleStory(queries, "s1", "fr", "Le pont est fermé")
        .article(10, "Fjord Wire", "Le pont est fermé")
        .publishAs(Story.Status.OPEN);
    queries.publish(StoryFixtures.open("s2", "Bridge closed", 0));

    assertThat(service.json("/api/stories/s1").at("/noNames").asText()).contains("(fr)");
    assertThat(service.json("/api/stories/s2").has("noNames")).isFalse();
  }

  @Test
  void followsMergedStories() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    queries.publish(StoryFixtures.merged("s2", "s1"));
    queries.publish(StoryFixtures.merged("s3", "s2"));

    JsonNode answer = service.json("/api/stories/s3");

    assertThat(answer.at("/asked").asText()).isEqualTo("s3");
    assertThat(answer.at("/mergedInto").asText()).isEqualTo("s1");
    assertThat(answer.at("/story/headline").asText()).isEqualTo("Bridge closed");
  }

  @Test
  void handlesACycleOfMerges() {
    queries.publish(StoryFixtures.merged("s1", "s2"));
    queries.publish(StoryFixtures.merged("s2", "s1"));

    assertThat(service.json("/api/stories/s1").has("story")).isTrue();
  }

  @Test
  void readsTheEventsOfAStory() {
    queries.publish(new StoryEvent.Opened("s1", 1, StoryFixtures.NOON, "en", null, null));
    queries.publish(new StoryEvent.Reopened("s1", 2, StoryFixtures.NOON, "en", null));

    JsonNode log = service.json("/api/stories/s1/events");

    assertThat(log.findValuesAsText("type")).containsExactly("opened", "reopened");
    assertThat(service.json("/api/stories/s1/events?limit=1").findValuesAsText("seq"))
        .containsExactly("2");
  }

  @Test
  void findsAnArticleByAnyUri() {
    for (String uri :
        List.of(
            "urn:newsml:example.com:20260302:a1",
            "https://example.com/a//b/../c?x=1&y=%2F%20#top",
            "tag:blå;sol/è ü+1",
            "a%b",
            "..")) {
      queries.publish(StoryFixtures.usable(uri, "s1", "Bridge closed"));
      assertThat(service.json("/api/articles/" + TestServer.encode(uri)).at("/uri").asText())
          .isEqualTo(uri);
    }
  }

  @Test
  void explainsAVerdictAsJsonAndText() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    queries.publish(StoryFixtures.usable("urn:a", "s1", "Bridge closed"));

    JsonNode explanation = service.json("/api/explain/urn:a");
    String text = service.get("/api/explain/urn:a", "Accept", "text/plain").body();

    assertThat(explanation.at("/story/headline").asText()).isEqualTo("Bridge closed");
    assertThat(explanation.at("/verdict/reasons/threshold").asDouble()).isEqualTo(0.18);
    assertThat(text)
        .contains(
            "Version 1 is in “Bridge closed” (s1).",
            "It scored 0.42; 0.18 was needed.",
            "Names in common: Tove Lind.",
            "The next best story was other with 0.11.");
  }

  @Test
  void showsOnlyTheStatusOfAKilledArticle() {
    String secret = "Unspeakable";
    queries.publish(StoryFixtures.killed("urn:a", secret));
    queries.publish(
        StoryEventArticleJoinedBuilder.builder()
            .storyId("s1")
            .seq(1)
            .at(StoryFixtures.NOON)
            .lane("en")
            .uri("urn:a")
            .version(1)
            .relation(dev.storywire.schemas.ArticleVerdict.Relation.ORIGINAL)
            .source("Harbour Wire")
            .build());
    queries.publish(StoryFixtures.story("s1", 4, Story.Status.MERGED, "s9", secret, 0));

    for (String path :
        List.of(
            "/api/articles/urn:a",
            "/api/explain/urn:a",
            "/api/stories?status=merged",
            "/api/stories/s1",
            "/api/stories/s1/events")) {
      assertThat(service.get(path).body()).as(path).doesNotContain(secret);
    }
    assertThat(ids("/api/stories?status=merged&q=" + secret)).isEmpty();
    assertThat(service.json("/api/articles/urn:a").at("/status").asText()).isEqualTo("canceled");
  }

  @Test
  void reportsMissingResources() {
    assertThat(service.problem("/api/stories/none", 404)).contains("no story 'none'");
    assertThat(service.problem("/api/articles/none", 404)).contains("no article 'none'");
    assertThat(service.problem("/api/stories/none/events", 404)).contains("no story 'none'");
    assertThat(service.problem("/api/nothing", 404)).contains("/api/nothing");
  }

  @Test
  void answers503WhileALaneMoves() {
    queries.setState(ServiceStatus.State.REBALANCING);

    assertThat(service.problem("/api/stories/s1", 503)).contains("being moved");
    assertThat(service.get("/api/stories/s1").headers().firstValue("Retry-After")).hasValue("1");
  }

  @Test
  void distinguishesLivenessFromReadiness() {
    assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
    queries.setState(ServiceStatus.State.REBALANCING);
    assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(service.get("/health/ready").statusCode()).isEqualTo(503);
    queries.setState(ServiceStatus.State.FAILED);
    assertThat(service.get("/health/live").statusCode()).isEqualTo(503);
  }

  @Test
  void countsRequests() {
    service.get("/api/stories");

    assertThat(service.get("/metrics").body())
        .contains("storywire_http_requests_seconds_count{endpoint=\"/api/stories\",status=\"200\"}")
        .contains("storywire_http_streams");
  }

  @Test
  void reportsTheStatusOfTheService() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));

    assertThat(service.json("/api/status").at("/lanes/0/lane").asText()).isEqualTo("en");
  }

  private List<String> ids(String path) {
    return service.json(path).findValuesAsText("storyId");
  }
}
