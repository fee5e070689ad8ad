package dev.storywire.serve.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.query.Catalog;
import dev.storywire.serve.topics.EventLog;
import dev.storywire.serve.topics.EventLog.LoggedEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A client of the log of story events, which reads the log at its own pace. */
final class LogClient {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration SNAPSHOT_WAIT = Duration.ofSeconds(2);
  private static final Duration RECENT = Duration.ofSeconds(30);
  private static final long SNAPSHOT_POLL_MILLIS = 10;

  private final EventConnection connection;
  private final EventLog.Reader reader;
  private final LogFilter filter;
  private final Catalog catalog;
  private final Duration heartbeat;
  private volatile boolean closed;

  LogClient(
      EventConnection connection,
      EventLog.Reader reader,
      LogFilter filter,
      Catalog catalog,
      Duration heartbeat) {
    this.connection = connection;
    this.reader = reader;
    this.filter = filter;
    this.catalog = catalog;
    this.heartbeat = heartbeat;
  }

  /** Stops the client after its present batch. */
  void close() {
    closed = true;
  }

  /** Sends events until the client disconnects or is closed. Blocks the calling thread. */
  void write() {
    try (connection;
        reader) {
      connection.send(reader.position().encode(), "hello", Map.of());
      connection.flush();
      Instant written = Instant.now();
      while (!closed && !connection.isClosedByClient()) {
        boolean sent = send(reader.poll(POLL));
        if (sent || Duration.between(written, Instant.now()).compareTo(heartbeat) >= 0) {
          if (!sent) {
            // the client resumes after events that it did not want
            connection.id(reader.position().encode());
          }
          connection.flush();
          written = Instant.now();
        }
      }
    } catch (IOException e) {
      // the client disconnected, or has not read for too long
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean send(List<LoggedEvent> events) throws IOException, InterruptedException {
    boolean sent = false;
    Instant until = Instant.now().plus(SNAPSHOT_WAIT);
    for (LoggedEvent logged : events) {
      JsonNode json = Json.mapper().valueToTree(logged.event());
      String type = json.path("type").asText();
      if (filter.matches(logged.event(), type) && namesEntity(logged, until)) {
        connection.send(logged.next().encode(), type, json);
        sent = true;
      }
    }
    return sent;
  }

  /**
   * Returns true if the story of an event names the entity of the filter. The snapshot that shows
   * this was committed together with the event, but may be read a moment later: waits for it.
   */
  private boolean namesEntity(LoggedEvent logged, Instant until) throws InterruptedException {
    String entity = filter.entity();
    if (entity == null) {
      return true;
    }
    StoryEvent event = logged.event();
    boolean recent = logged.written().isAfter(Instant.now().minus(RECENT));
    while (recent && isBehind(event) && Instant.now().isBefore(until)) {
      Thread.sleep(SNAPSHOT_POLL_MILLIS);
    }
    return catalog
        .names(event.storyId())
        .map(names -> names.entityIds().contains(entity))
        .orElse(false);
  }

  private boolean isBehind(StoryEvent event) {
    return catalog.names(event.storyId()).map(names -> names.seq() < event.seq()).orElse(true);
  }
}
