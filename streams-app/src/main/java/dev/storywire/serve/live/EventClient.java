package dev.storywire.serve.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of the event stream, with its pending changes. */
final class EventClient {
  /** Minimum time between two writes, so that a burst causes one repaint of the page. */
  private static final long WRITE_INTERVAL_MILLIS = 200;

  /** Maximum time until a disconnected client is noticed, so that another one can connect. */
  private static final long CHECK_INTERVAL_MILLIS = 1_000;

  private final EventConnection connection;
  private final long heartbeatMillis;
  private final Map<String, StoryMessage> pending = new LinkedHashMap<>();
  private boolean closed;

  EventClient(EventConnection connection, Duration heartbeat) {
    this.connection = connection;
    this.heartbeatMillis = heartbeat.toMillis();
  }

  /**
   * Queues a change, which replaces a pending change of the same story. Returns false if the client
   * has too many pending changes and was disconnected.
   */
  synchronized boolean offer(StoryMessage message) {
    if (closed) {
      return true;
    }
    if (pending.size() >= EventStream.MAX_PENDING && !pending.containsKey(message.storyId())) {
      close();
      return false;
    }
    // moved to the end, so that changes are sent in the order of the latest change of each story
    pending.remove(message.storyId());
    pending.put(message.storyId(), message);
    notifyAll();
    return true;
  }

  synchronized void close() {
    closed = true;
    pending.clear();
    notifyAll();
  }

  /** Sends changes until the client disconnects or is disconnected. Blocks the calling thread. */
  void write() {
    try (connection) {
      connection.send("hello", Map.of());
      connection.flush();
      for (List<StoryMessage> messages = take(); messages != null; messages = take()) {
        for (StoryMessage message : messages) {
          connection.send(message.event(), message.data());
        }
        if (messages.isEmpty()) {
          connection.comment("still here");
        }
        connection.flush();
        Thread.sleep(WRITE_INTERVAL_MILLIS);
      }
    } catch (IOException e) {
      // the client disconnected, or has not read for too long
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  /**
   * Takes the pending changes. Returns an empty list when a heartbeat is due, and null after
   * closing or when the client has disconnected.
   */
  private synchronized @Nullable List<StoryMessage> take() throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMillis(heartbeatMillis).toNanos();
    while (pending.isEmpty() && !closed) {
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        return List.of();
      }
      wait(Math.min(left, CHECK_INTERVAL_MILLIS));
      if (connection.isClosedByClient()) {
        return null;
      }
    }
    if (closed) {
      return null;
    }
    List<StoryMessage> taken = new ArrayList<>(pending.values());
    pending.clear();
    return taken;
  }
}
