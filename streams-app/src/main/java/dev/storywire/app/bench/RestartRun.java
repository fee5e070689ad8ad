package dev.storywire.app.bench;

import dev.storywire.app.process.OperatorError;
import dev.storywire.app.service.StorywireService;
import dev.storywire.app.settings.Settings;
import dev.storywire.producer.send.RawTopicWriter;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a stopped service again, with its stores and without them. */
final class RestartRun {
  private static final Duration READY_WITHIN = Duration.ofHours(1);
  private static final Duration POLL = Duration.ofMillis(10);

  private final Settings settings;
  private final String prefix;

  RestartRun(Settings settings) {
    this.settings = settings;
    this.prefix = settings.text(Settings.PREFIX);
  }

  Restart run() throws IOException, InterruptedException {
    long bytes = Directories.bytes(settings.dataDir());
    Restart.Start local = start("bench:restart:local");
    Directories.delete(settings.dataDir());
    return new Restart(bytes, local, start("bench:restart:restored"));
  }

  private Restart.Start start(String uri) throws InterruptedException {
    long started = System.nanoTime();
    try (StorywireService service = StorywireService.start(settings)) {
      if (!service.awaitRunning(READY_WITHIN)) {
        throw new OperatorError("the service is not ready after " + READY_WITHIN);
      }
      long ready = System.nanoTime();
      awaitResult(uri);
      return new Restart.Start(millis(started, ready), millis(started, System.nanoTime()));
    }
  }

  private void awaitResult(String uri) {
    List<String> topics = List.of(Topic.ARTICLES.name(prefix));
    boolean[] done = {false};
    try (ResultCounter results = new ResultCounter(settings.client(), topics, false);
        RawTopicWriter raw =
            RawTopicWriter.connect(
                settings.text(Settings.BOOTSTRAP_SERVERS), prefix, settings.kafka())) {
      Instant now = Instant.now();
      raw.send(
          NewsItem.plain(uri, now, "en", "The service starts again", "It starts.", "Bench"),
          now,
          refusal -> {});
      raw.flush();
      while (!done[0]) {
        results.poll(POLL, record -> done[0] |= uri.equals(record.key()));
      }
    }
  }

  private static long millis(long from, long to) {
    return TimeUnit.NANOSECONDS.toMillis(to - from);
  }
}
