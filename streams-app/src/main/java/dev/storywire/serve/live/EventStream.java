package dev.storywire.serve.live;

import dev.storywire.serve.http.HttpSettings;
import dev.storywire.serve.query.StoryEvents;
import dev.storywire.serve.query.StoryUpdate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Sends changes of stories to all clients of {@code /api/events}.
 *
 * <p>A client receives the latest state of each changed story, not each change: a pending state is
 * replaced, so that a slow client takes one entry per story. A client that falls too far behind is
 * disconnected; a browser then reconnects. Nothing is replayed: after the event {@code hello} a
 * client reads the list again, so {@code Last-Event-ID} is not needed.
 */
public final class EventStream implements AutoCloseable {
  /** Maximum number of pending stories; a client with more is disconnected. */
  public static final int MAX_PENDING = 5_000;

  private static final int CLOSING_SECONDS = 1;

  private final HttpSettings settings;
  private final Set<EventClient> clients = ConcurrentHashMap.newKeySet();
  private final ExecutorService writers =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "storywire-events");
            thread.setDaemon(true);
            return thread;
          });
  private final StoryEvents.Subscription subscription;
  private final Counter dropped;

  public EventStream(HttpSettings settings, StoryEvents feed, MeterRegistry metrics) {
    this.settings = settings;
    this.dropped =
        Counter.builder("storywire.http.streams.dropped")
            .description(
                "Clients of /api/events that were disconnected because they read too slowly")
            .register(metrics);
    metrics.gaugeCollectionSize("storywire.http.streams", Tags.empty(), clients);
    this.subscription = feed.subscribe(this::offer);
  }

  /** Returns true if the maximum number of clients is connected. */
  public boolean full() {
    return size() >= settings.maxStreams();
  }

  /** Returns the number of clients. */
  public int size() {
    return clients.size();
  }

  /** Sends changes to a client until it disconnects. */
  void connect(EventConnection connection) {
    EventClient client = new EventClient(connection, settings.heartbeat());
    clients.add(client);
    writers.execute(
        () -> {
          try {
            client.write();
          } finally {
            clients.remove(client);
          }
        });
  }

  @Override
  public void close() {
    subscription.close();
    clients.forEach(EventClient::close);
    writers.shutdown();
    try {
      if (!writers.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        // blocked in a write to a client that does not read
        writers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void offer(StoryUpdate update) {
    if (clients.isEmpty()) {
      return;
    }
    StoryMessage message = StoryMessage.of(update);
    for (EventClient client : clients) {
      if (!client.offer(message)) {
        dropped.increment();
      }
    }
  }
}
