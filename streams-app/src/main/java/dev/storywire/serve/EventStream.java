package dev.storywire.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code /api/events}: story changes as they happen, as server-sent events.
 *
 * <p>A client gets the latest state of each changed story, not each change: what it has not yet
 * read is replaced, so a slow reader costs one line a story. One that falls too far behind is cut
 * off, and a browser then connects again. Nothing is replayed: after (re)connecting, marked by
 * {@code hello}, a client reads the list again, so {@code Last-Event-ID} is not needed.
 */
final class EventStream implements AutoCloseable {
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

  EventStream(HttpSettings settings, StoryEvents feed, MeterRegistry metrics) {
    this.settings = settings;
    this.dropped =
        Counter.builder("storywire.http.streams.dropped")
            .description("Clients of /api/events cut off because they read too slowly")
            .register(metrics);
    metrics.gaugeCollectionSize("storywire.http.streams", Tags.empty(), clients);
    this.subscription = feed.subscribe(this::offer);
  }

  void addTo(RoutesConfig routes) {
    SseHandler stream = new SseHandler(this::connect);
    routes.get("/api/events", ctx -> stream.handle(accepted(ctx)));
  }

  @Override
  public void close() {
    subscription.close();
    clients.forEach(EventClient::close);
    writers.shutdownNow();
  }

  private Context accepted(Context ctx) {
    String accept = ctx.header("Accept");
    if (accept == null || !accept.contains("text/event-stream")) {
      throw new Problem(
          HttpStatus.NOT_ACCEPTABLE,
          "This is a stream of server-sent events; ask with 'Accept: text/event-stream'.");
    }
    if (clients.size() >= settings.maxStreams()) {
      throw Problem.later(
          "%d clients are listening already; no more are taken.".formatted(settings.maxStreams()),
          10);
    }
    return ctx;
  }

  private void connect(SseClient connection) {
    EventClient client = new EventClient(connection, settings.heartbeat());
    connection.keepAlive();
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

  private void offer(StoryUpdate update) {
    if (clients.isEmpty()) {
      return;
    }
    StoryNotice notice = StoryNotice.of(update);
    for (EventClient client : clients) {
      if (!client.offer(notice)) {
        dropped.increment();
      }
    }
  }
}
