package dev.storywire.serve;

import static dev.storywire.serve.StoryFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.ArticleVerdictBuilder;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryEventArticleRevisedBuilder;
import dev.storywire.serve.topics.ArticleVersions.VersionText;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the changes between two versions of an article. */
class ChangesTest {
  private static final String URI = "urn:a";
  private static final Instant LATER = NOON.plusSeconds(600);

  private final InMemoryQueries queries = new InMemoryQueries();
  private final TestServer service = TestServer.over(queries);

  ChangesTest() {
    queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    revise(1, NOON, "Bridge closed", "Police said twelve people were hurt. End.");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void showsWhatTheLatestVersionHasChanged() {
    revise(2, LATER, "Bridge shut", "Police said two people were hurt. End.");

    JsonNode changes = service.json("/api/changes/urn:a");

    assertThat(changes.at("/from/version").asInt()).isEqualTo(1);
    assertThat(changes.at("/to/version").asInt()).isEqualTo(2);
    assertThat(changes.at("/to/at").asText()).isEqualTo("2026-03-02T12:10:00Z");
    assertThat(changes.at("/headline").toString())
        .isEqualTo(
            """
            [{"kind":"same","text":"Bridge"},{"kind":"removed","text":"closed"},{"kind":"added","text":"shut"}]""");
    assertThat(changes.at("/text/1").toString())
        .isEqualTo("{\"kind\":\"removed\",\"text\":\"twelve\"}");
    assertThat(changes.at("/text/2/text").asText()).isEqualTo("two");
    assertThat(changes.at("/more").asBoolean()).isFalse();
  }

  @Test
  void hasNoAnswerForTheFirstVersion() {
    assertThat(service.problem("/api/changes/urn:a", 404)).contains("before version 1");
    assertThat(service.problem("/api/changes/urn:b", 404)).contains("no usable article 'urn:b'");
  }

  @Test
  void doesNotShowTheWordsOfAWithdrawnVersion() {
    queries.publish(
        new StoryEvent.ArticleWithdrawn(
            "s1", 2, NOON, "en", URI, 2, StoryEvent.ArticleWithdrawn.Cause.CANCELED, null));
    revise(3, LATER, "Bridge shut", "Police said two people were hurt. End.");

    assertThat(service.problem("/api/changes/urn:a", 404)).contains("before version 3");
    queries.publish(StoryFixtures.killed(URI, "Unspeakable"));
    assertThat(service.problem("/api/changes/urn:a", 404)).contains("no usable article");
  }

  @Test
  void saysThatAVersionIsGone() {
    ArticleVerdict second = verdict(2);
    queries.publish(second);
    queries.publish(revised(2, LATER));

    assertThat(service.problem("/api/changes/urn:a", 404)).contains("not found on the raw topic");
  }

  private void revise(int version, Instant at, String headline, String text) {
    queries.publish(verdict(version));
    queries.publish(revised(version, at));
    queries.topics().addVersion(URI, new VersionText(version, at, headline, text));
  }

  private static ArticleVerdict verdict(int version) {
    return ArticleVerdictBuilder.builder(StoryFixtures.usable(URI, "s1", "Bridge"))
        .version(version)
        .build();
  }

  private static StoryEvent revised(int version, Instant at) {
    return StoryEventArticleRevisedBuilder.builder()
        .storyId("s1")
        .seq(version)
        .at(at)
        .lane("en")
        .uri(URI)
        .version(version)
        .relation(ArticleVerdict.Relation.ORIGINAL)
        .source("Wire")
        .build();
  }
}
