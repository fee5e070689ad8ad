package dev.storywire.serve.live;

import dev.storywire.serve.query.Catalog;
import dev.storywire.serve.topics.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the log of story events to all clients of {@code /api/story-events}. Each client has its
 * own reader, so that a slow client neither delays others nor loses events. The number of clients
 * is bounded, since a reader is a Kafka consumer.
 */
public final class LogStream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogStream.class);

  /** Maximum number of clients. */
  public static final int MAX_CLIENTS = 20;

  private static final int CLOSING_SECONDS = 1;

  private final EventLog log;
  private final Catalog catalog;
  private final Duration heartbeat;
  private final Semaphore places = new Semaphore(MAX_CLIENTS);
  private final Set<LogClient> clients = ConcurrentHashMap.newKeySet();
  private final ExecutorService writers =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "storywire-log");
            thread.setDaemon(true);
            return thread;
          });

  public LogStream(EventLog log, Catalog catalog, Duration heartbeat, MeterRegistry metrics) {
    this.log = log;
    this.catalog = catalog;
    this.heartbeat = heartbeat;
    metrics.gaugeCollectionSize("storywire.http.logs", Tags.empty(), clients);
  }

  EventLog log() {
    return log;
  }

  /**
   * Opens a reader for a client. The result starts to send.
   *
   * @throws dev.storywire.serve.http.Problem if the maximum number of clients is connected
   */
  Consumer<EventConnection> open(Supplier<EventLog.Reader> open, LogFilter filter) {
    if (!places.tryAcquire()) {
      throw StreamServlet.full(MAX_CLIENTS);
    }
    try {
      EventLog.Reader reader = open.get();
      return connection -> start(new LogClient(connection, reader, filter, catalog, heartbeat));
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
  }

  private void start(LogClient client) {
    clients.add(client);
    writers.execute(
        () -> {
          try {
            client.write();
          } catch (RuntimeException e) {
            // the client resumes with its last id
            LOG.warn("A stream of story events was interrupted", e);
          } finally {
            clients.remove(client);
            places.release();
          }
        });
  }

  @Override
  public void close() {
    clients.forEach(LogClient::close);
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
}
