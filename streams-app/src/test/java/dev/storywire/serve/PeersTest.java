package dev.storywire.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.http.HttpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two instances with different lanes respond as one. */
@Timeout(30)
class PeersTest {
  private final InMemoryQueries here = new InMemoryQueries();
  private final InMemoryQueries there = new InMemoryQueries();
  private final Set<String> others = new HashSet<>();
  private TestServer service;
  private TestServer other;

  @BeforeEach
  void start() {
    other = TestServer.over(there);
    service = TestServer.over(here, HttpSettings.defaults(), () -> others);
    others.add(other.address());
  }

  @AfterEach
  void stop() {
    service.close();
    other.close();
  }

  @Test
  void findsAsManyEventsOfAnotherInstanceAsAreRequested() {
    for (int seq = 1; seq <= 70; seq++) {
      there.publish(new StoryEvent.Reopened("s2", seq, StoryFixtures.NOON, "en", null));
    }

    assertThat(service.json("/api/stories/s2/events?limit=60").findValuesAsText("seq")).hasSize(60);
  }

  @Test
  void findsResourcesOfAnotherInstance() {
    String uri = "https://example.com/a?b=1&c=%2F";
    there.publish(StoryFixtures.open("s/2 é", "Ferry delayed", 10));
    there.publish(StoryFixtures.usable(uri, "s/2 é", "Ferry delayed"));
    there.publish(new StoryEvent.Reopened("s/2 é", 1, StoryFixtures.NOON, "en", null));
    String id = TestServer.encode("s/2 é");

    assertThat(service.json("/api/stories/" + id).at("/story/headline").asText())
        .isEqualTo("Ferry delayed");
    assertThat(service.json("/api/stories/" + id + "/events").findValuesAsText("seq"))
        .containsExactly("1");
    assertThat(service.json("/api/articles/" + TestServer.encode(uri)).at("/uri").asText())
        .isEqualTo(uri);
    assertThat(
            service.json("/api/explain/" + TestServer.encode(uri)).at("/story/headline").asText())
        .isEqualTo("Ferry delayed");
    assertThat(service.problem("/api/stories/" + id + "?local=true", 404)).contains("no story");
  }

  @Test
  void followsAMergeAcrossInstances() {
    here.publish(StoryFixtures.merged("s1", "s2"));
    there.publish(StoryFixtures.open("s2", "Ferry delayed", 10));

    assertThat(service.json("/api/stories/s1").at("/story/storyId").asText()).isEqualTo("s2");
    assertThat(other.json("/api/stories/s2").at("/story/storyId").asText()).isEqualTo("s2");
  }

  @Test
  void countsALaneOfSeveralInstancesOnce() {
    here.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    there.publish(StoryFixtures.open("s2", "Ferry delayed", 10));

    JsonNode status = service.json("/api/status");

    assertThat(status.at("/counts/stories").asInt()).isEqualTo(1);
    assertThat(status.at("/lanes")).hasSize(1);
    assertThat(status.at("/eventTime").asText()).isEqualTo("2026-03-02T12:10:00Z");
  }

  @Test
  void reportsInstancesThatDidNotAnswer() throws IOException {
    here.publish(StoryFixtures.open("s1", "Bridge closed", 0));
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + silent.getLocalPort();
      others.clear();
      others.add(address);
      long start = System.nanoTime();

      assertThat(service.json("/api/status").at("/unanswered/0").asText()).isEqualTo(address);
      assertThat(service.problem("/api/stories/s2", 503)).contains(address);
      assertThat(service.json("/api/stories/s1").has("story")).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void treatsAnInvalidAddressAsUnanswered() {
    others.clear();
    others.add("not an address");

    assertThat(service.json("/api/status").at("/unanswered/0").asText())
        .isEqualTo("not an address");
  }
}
