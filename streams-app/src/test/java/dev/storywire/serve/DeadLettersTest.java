package dev.storywire.serve;

import static dev.storywire.serve.StoryFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the dead letters over HTTP. */
class DeadLettersTest {
  private final InMemoryQueries queries = new InMemoryQueries();
  private final TestServer service = TestServer.over(queries);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void listsTheNewestFirstInPages() {
    for (int i = 0; i < 5; i++) {
      refuse("urn:" + i, i == 1 ? "no-text" : "not-json", "{");
    }

    JsonNode first = service.json("/api/dead-letters?limit=3");
    assertThat(ids(first)).containsExactly("0-4", "0-3", "0-2");
    JsonNode second =
        service.json("/api/dead-letters?limit=3&cursor=" + first.at("/next").asText());
    assertThat(ids(second)).containsExactly("0-1", "0-0");
    assertThat(second.has("next")).isFalse();
    JsonNode filtered = service.json("/api/dead-letters?code=no-text");
    assertThat(ids(filtered)).containsExactly("0-1");
    assertThat(filtered.at("/deadLetters/0/origin").asText()).isEqualTo("storywire.raw-2@101");
    assertThat(filtered.at("/deadLetters/0/bytes").asInt()).isEqualTo(1);
    assertThat(filtered.at("/deadLetters/0").has("text")).isFalse();
    assertThat(ids(service.json("/api/dead-letters?stage=assign"))).isEmpty();
  }

  @Test
  void showsTheBytesSafely() {
    refuse("urn:a", "not-json", "<b>\u0000\u001b[31m\u202e\r\n\u0085é</b>");

    JsonNode letter = service.json("/api/dead-letters/0-0");

    assertThat(letter.at("/text").asText())
        .isEqualTo("<b>\u2400\u241b[31m\ufffd\u240d\n\ufffdé</b>");
    assertThat(letter.at("/cut").asBoolean()).isFalse();
  }

  @Test
  void showsTheBeginningOfALongValue() {
    refuse("urn:a", "not-json", "x".repeat(100_000));

    JsonNode letter = service.json("/api/dead-letters/0-0");

    assertThat(letter.at("/text").asText()).hasSize(16 * 1024);
    assertThat(letter.at("/cut").asBoolean()).isTrue();
    assertThat(letter.at("/deadLetter/bytes").asInt()).isEqualTo(100_000);
  }

  @Test
  void hidesTheBytesOfAKilledArticle() {
    queries.publish(StoryFixtures.killed("urn:k", "Unspeakable"));
    refuse("urn:k", "superseded", "{\"body\":\"Unspeakable\"}");
    refuse("another-key", "superseded", "{\"body\":\"Unspeakable\",\"uri\":\"urn:k\"}");

    for (String id : List.of("0-0", "0-1")) {
      JsonNode letter = service.json("/api/dead-letters/" + id);
      assertThat(letter.at("/withdrawn").asBoolean()).isTrue();
      assertThat(letter.has("text")).isFalse();
      assertThat(letter.toString()).doesNotContain("Unspeakable");
    }
  }

  @Test
  void refusesAnInvalidQuery() {
    assertThat(service.problem("/api/dead-letters?cursor=9", 400)).contains("after the end");
    assertThat(service.problem("/api/dead-letters?cursor=x", 400)).contains("position");
    assertThat(service.problem("/api/dead-letters?lane=en", 400)).contains("code, stage");
    assertThat(service.problem("/api/dead-letters/0-0", 404)).contains("'0-0'");
  }

  private void refuse(String key, String code, String value) {
    queries.topics().refuse(NOON, key, code, "The record is not JSON.", value);
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.at("/deadLetters").forEach(letter -> ids.add(letter.at("/id").asText()));
    return ids;
  }
}
