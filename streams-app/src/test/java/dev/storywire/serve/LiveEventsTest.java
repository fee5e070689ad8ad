package dev.storywire.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Story;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.live.EventStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the stream of story changes at the level of the protocol. */
@Timeout(30)
class LiveEventsTest {
  private final InMemoryQueries queries = new InMemoryQueries();
  private TestServer service;

  @BeforeEach
  void start() {
    HttpSettings defaults = HttpSettings.defaults();
    service =
        TestServer.over(
            queries,
            new HttpSettings(
                "127.0.0.1",
                0,
                Set.of(),
                HttpSettings.Tokens.NONE,
                defaults.maxItemsBytes(),
                defaults.maxItems(),
                2,
                Duration.ofMillis(300),
                defaults.peerTimeout()),
            Set::of);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void sendsHelloThenEachChange() throws IOException {
    try (StreamClient listener = new StreamClient(service, "/api/events", "Last-Event-ID: 17")) {
      listener.next("event: hello");
      queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));
      listener.next("event: story");
      assertThat(listener.line()).contains("\"storyId\":\"s1\"", "Bridge closed");
      queries.retire("s1");
      listener.next("event: retired");
      assertThat(listener.line()).isEqualTo("data: {\"storyId\":\"s1\"}");
    }
  }

  @Test
  void sendsTextInUtf8OnOneLine() throws IOException {
    try (StreamClient listener = new StreamClient(service, "/api/events")) {
      listener.next("event: hello");
      queries.publish(StoryFixtures.open("s1", "Blå bro\n— 橋 closed", 0));
      listener.next("event: story");

      assertThat(listener.line()).startsWith("data: {").contains("Blå bro\\n— 橋 closed");
    }
  }

  @Test
  void sendsHeartbeats() throws IOException {
    try (StreamClient listener = new StreamClient(service, "/api/events")) {
      assertThat(listener.next(": still here")).contains("event: hello");
    }
  }

  @Test
  void omitsEmptyStories() throws IOException {
    try (StreamClient listener = new StreamClient(service, "/api/events")) {
      listener.next("event: hello");
      queries.publish(StoryFixtures.story("s1", 4, Story.Status.MERGED, "s9", "Unspeakable", 0));
      listener.next("event: story");

      assertThat(listener.line()).contains("\"s1\"").doesNotContain("Unspeakable");
    }
  }

  @Test
  void limitsTheNumberOfClients() throws IOException {
    try (StreamClient one = new StreamClient(service, "/api/events");
        StreamClient two = new StreamClient(service, "/api/events")) {
      one.next("event: hello");
      two.next("event: hello");

      assertThat(TestServer.problem(service.get("/api/events", "Accept", "text/event-stream"), 503))
          .contains("2 clients");
    }
  }

  @Test
  void freesThePlaceOfAClientThatHasDisconnected() throws Exception {
    try (TestServer patient = TestServer.over(queries)) {
      StreamClient listener = new StreamClient(patient, "/api/events");
      listener.next("event: hello");
      assertThat(patient.get("/metrics").body()).contains("storywire_http_streams 1.0");
      listener.close();
      while (!patient.get("/metrics").body().contains("storywire_http_streams 0.0")) {
        Thread.sleep(20); // nothing is written to it, and no heartbeat is due
      }
    }
  }

  @Test
  void disconnectsASlowClient() throws IOException {
    try (StreamClient listener = new StreamClient(service, "/api/events")) {
      listener.next("event: hello");
      int sent = 0;
      while (!service.get("/metrics").body().contains("streams_dropped_total 1.0")) {
        for (int i = 0; i < 2_000; i++) {
          queries.publish(StoryFixtures.open("s" + sent++, "Story", 0));
        }
      }
      assertThat(sent).isGreaterThan(EventStream.MAX_PENDING);
    }
  }

  @Test
  void requiresTheMediaTypeOfEventStreams() {
    assertThat(service.problem("/api/events", 406)).contains("text/event-stream");
  }

  @Test
  void unsubscribesWhenItCloses() {
    assertThat(queries.listeners()).isEqualTo(1);
    service.close();
    assertThat(queries.listeners()).isZero();
  }
}
