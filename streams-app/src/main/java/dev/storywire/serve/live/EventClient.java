package dev.storywire.serve.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One listener of the event stream, with what it has not yet been sent. */
final class EventClient {
  /** Least time between two writes: a burst reaches a page as one repaint. */
  private static final long PACE_MILLIS = 200;

  private final EventConnection connection;
  private final long heartbeatMillis;
  private final Map<String, StoryNotice> pending = new LinkedHashMap<>();
  private boolean closed;

  EventClient(EventConnection connection, Duration heartbeat) {
    this.connection = connection;
    this.heartbeatMillis = heartbeat.toMillis();
  }

  /** Queues a change in place of an older one of the same story; false if that cut it off. */
  synchronized boolean offer(StoryNotice notice) {
    if (closed) {
      return true;
    }
    if (pending.size() >= EventStream.MAX_PENDING && !pending.containsKey(notice.storyId())) {
      close();
      return false;
    }
    // moved to the end, so that changes go out in the order of the latest of each story
    pending.remove(notice.storyId());
    pending.put(notice.storyId(), notice);
    notifyAll();
    return true;
  }

  synchronized void close() {
    closed = true;
    pending.clear();
    notifyAll();
  }

  /** Sends until the client leaves or is cut off; blocks the calling thread. */
  void write() {
    try (connection) {
      connection.send("hello", Map.of());
      connection.flush();
      for (List<StoryNotice> notices = take(); notices != null; notices = take()) {
        for (StoryNotice notice : notices) {
          connection.send(notice.event(), notice.data());
        }
        if (notices.isEmpty()) {
          connection.comment("still here");
        }
        connection.flush();
        Thread.sleep(PACE_MILLIS);
      }
    } catch (IOException e) {
      // the client left, or has not read for too long
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  /** What waits; empty when it is time for a heartbeat, null when it was closed. */
  private synchronized @Nullable List<StoryNotice> take() throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMillis(heartbeatMillis).toNanos();
    while (pending.isEmpty() && !closed) {
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        return List.of();
      }
      wait(left);
    }
    if (closed) {
      return null;
    }
    List<StoryNotice> taken = new ArrayList<>(pending.values());
    pending.clear();
    return taken;
  }
}
