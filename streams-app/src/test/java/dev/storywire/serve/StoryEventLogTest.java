package dev.storywire.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.live.LogStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the stream of the log of story events: filters, and resuming without loss. */
@Timeout(30)
class StoryEventLogTest {
  private static final String PATH = "/api/story-events";

  private final InMemoryQueries queries = new InMemoryQueries();
  private final TestServer service = TestServer.over(queries);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void sendsNewEventsWithTheirPosition() throws IOException {
    queries.publish(opened("s1", 1));
    try (StreamClient listener = new StreamClient(service, PATH)) {
      listener.next("event: hello");
      queries.publish(opened("s2", 1));
      listener.next("event: opened");

      assertThat(listener.line())
          .isEqualTo(
              "data: {\"type\":\"opened\",\"storyId\":\"s2\",\"seq\":1,"
                  + "\"at\":\"2026-03-02T12:00:00Z\",\"lane\":\"en\"}");
    }
  }

  @Test
  void resumesWithoutLossOrDuplicates() throws IOException {
    List<String> published = new ArrayList<>();
    for (int seq = 1; seq <= 10; seq++) {
      for (String story : List.of("s1", "s2", "s3")) {
        queries.publish(opened(story, seq));
        published.add(story + " " + seq);
      }
    }
    List<String> read = new ArrayList<>();
    String id = "";
    // a new connection after each second event, first in the middle of a batch
    while (read.size() < published.size()) {
      String[] headers = id.isEmpty() ? new String[0] : new String[] {"Last-Event-ID: " + id};
      try (StreamClient listener = new StreamClient(service, PATH + "?after=beginning", headers)) {
        listener.next("event: hello");
        for (int i = 0; i < 2; i++) {
          List<String> before = listener.next("event: opened");
          id = before.get(before.size() - 1).substring("id: ".length());
          JsonNode event = TestServer.parse(listener.line().substring("data: ".length()));
          read.add(event.get("storyId").asText() + " " + event.get("seq").asText());
        }
      }
    }

    assertThat(read).containsExactlyInAnyOrderElementsOf(published);
    for (String story : List.of("s1", "s2", "s3")) {
      assertThat(read.stream().filter(it -> it.startsWith(story)))
          .containsExactlyElementsOf(
              published.stream().filter(it -> it.startsWith(story)).toList());
    }
  }

  @Test
  void filtersByLaneStoryAndType() throws IOException {
    queries.publish(opened("s1", 1));
    queries.publish(new StoryEvent.Reopened("s1", 2, StoryFixtures.NOON, "en", null));
    queries.publish(new StoryEvent.Reopened("s2", 1, StoryFixtures.NOON, "de", null));

    assertThat(first("&type=reopened,closed&lane=en")).contains("\"s1\"", "\"seq\":2");
    assertThat(first("&story=s2")).contains("\"s2\"");
    assertThat(first("&lane=de&type=merged&type=reopened")).contains("\"s2\"");
  }

  @Test
  void waitsForTheSnapshotThatNamesAnEntity() throws Exception {
    try (StreamClient listener = new StreamClient(service, PATH + "?entity=tove-lind")) {
      listener.next("event: hello");
      queries.publish(opened("s1", 2));
      Thread.sleep(200);
      queries.publish(StoryFixtures.open("s1", "Bridge closed", 0));

      listener.next("event: opened");
      assertThat(listener.line()).contains("\"s1\"");
    }
  }

  @Test
  void omitsEventsOfStoriesThatDoNotNameTheEntity() throws IOException {
    queries.publish(StoryFixtures.merged("s1", "s2"));
    queries.publish(StoryFixtures.story("s2", 2, Story.Status.OPEN, null, "Bridge closed", 0));
    queries.publish(opened("s1", 1));
    queries.publish(opened("s2", 1));

    assertThat(first("&entity=tove-lind")).contains("\"s2\"");
  }

  @Test
  void movesTheIdPastEventsThatDoNotMatch() throws IOException {
    HttpSettings defaults = HttpSettings.defaults();
    HttpSettings impatient =
        new HttpSettings(
            "127.0.0.1",
            0,
            Set.of(),
            HttpSettings.Tokens.NONE,
            defaults.maxItemsBytes(),
            defaults.maxItems(),
            defaults.maxStreams(),
            Duration.ofMillis(300),
            defaults.peerTimeout());
    try (TestServer impatientService = TestServer.over(queries, impatient, Set::of);
        StreamClient listener = new StreamClient(impatientService, PATH + "?type=merged")) {
      listener.next("event: hello");
      queries.publish(opened("s1", 1));
      queries.publish(opened("s2", 1));

      listener.next("id: 1.1");
    }
  }

  @Test
  void refusesAnInvalidRequest() {
    assertThat(service.problem(PATH, 406)).contains("text/event-stream");
    assertThat(refused("?type=closing", "", 400)).contains("'closing'", "articleJoined, ");
    assertThat(refused("?limit=3", "", 400)).contains("lane, story, entity, type, after");
    assertThat(refused("", "x", 400)).contains("'x' is not the id");
    assertThat(refused("", "1.2.3", 400)).contains("partitions");
    assertThat(refused("", "0.1", 400)).contains("after the end");
    assertThat(refused("?after=7.0", "", 400)).contains("after the end");
  }

  @Test
  void answers410IfEventsHaveBeenDeleted() {
    queries.publish(opened("s1", 1));
    queries.publish(opened("s2", 1));
    queries.log().deleteBefore(1);

    assertThat(refused("", "1.0", 410)).contains("Read the stories again", "after=beginning");
  }

  @Test
  void limitsTheNumberOfClientsAndReleasesThem() throws Exception {
    List<StreamClient> listeners = new ArrayList<>();
    for (int i = 0; i < LogStream.MAX_CLIENTS; i++) {
      listeners.add(new StreamClient(service, PATH));
    }
    assertThat(refused("", "", 503)).contains(LogStream.MAX_CLIENTS + " clients");

    for (StreamClient listener : listeners) {
      listener.close();
    }
    while (queries.log().readers() > 0) {
      Thread.sleep(10); // nothing is written to them
    }
    new StreamClient(service, PATH).close();
  }

  /** Returns the first event of the log that matches. */
  private String first(String query) throws IOException {
    try (StreamClient listener = new StreamClient(service, PATH + "?after=beginning" + query)) {
      listener.next("event: hello");
      listener.line();
      String line = "";
      while (!line.startsWith("data: ")) {
        line = listener.line();
      }
      return line;
    }
  }

  private String refused(String query, String id, int status) {
    return TestServer.problem(
        id.isEmpty()
            ? service.get(PATH + query, "Accept", "text/event-stream")
            : service.get(PATH + query, "Accept", "text/event-stream", "Last-Event-ID", id),
        status);
  }

  private static StoryEvent opened(String storyId, long seq) {
    return new StoryEvent.Opened(storyId, seq, StoryFixtures.NOON, "en", null, null);
  }
}
