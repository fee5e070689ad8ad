package dev.storywire.app.bench;

import dev.storywire.app.process.OperatorError;
import dev.storywire.app.service.StorywireService;
import dev.storywire.app.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Starts a stopped service again, with its stores and without them. */
final class RestartRun {
  private static final Duration READY_WITHIN = Duration.ofHours(1);

  private final Settings settings;

  RestartRun(Settings settings) {
    this.settings = settings;
  }

  /**
   * The measurements.
   *
   * @param localMillis time until the service runs with the stores in its data directory
   * @param restoredMillis time until it runs without them: it restores them from the changelogs
   * @param storeBytes size of the stores on disk
   */
  record Result(long localMillis, long restoredMillis, long storeBytes) {}

  Result run() throws IOException, InterruptedException {
    long bytes = Directories.bytes(settings.dataDir());
    long local = start();
    Directories.delete(settings.dataDir());
    return new Result(local, start(), bytes);
  }

  private long start() throws InterruptedException {
    long started = System.nanoTime();
    try (StorywireService service = StorywireService.start(settings)) {
      if (!service.awaitRunning(READY_WITHIN)) {
        throw new OperatorError("the service is not ready after " + READY_WITHIN);
      }
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }
  }
}
