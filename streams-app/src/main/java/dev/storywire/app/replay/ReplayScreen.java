package dev.storywire.app.replay;

import dev.storywire.app.audit.RawResults;
import dev.storywire.app.process.Terminal;
import java.time.Duration;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/**
 * Displays a replay: a progress bar of the records with results, and the number of copied records.
 */
final class ReplayScreen implements AutoCloseable {
  private final RawResults results;
  private final long total;
  private final @Nullable ProgressBar bar;

  ReplayScreen(Map<String, String> client, String prefix, long total) {
    this.results = RawResults.fromBeginning(client, prefix);
    this.total = total;
    this.bar = Terminal.progressBar("replay", total, "records", 1);
  }

  void copied(long records) {
    if (bar != null) {
      bar.setExtraMessage(records == total ? "" : " %,d sent".formatted(records));
    }
    watch(Duration.ofMillis(1));
  }

  /** Counts results for some time. */
  void watch(Duration time) {
    boolean unused = results.await(Long.MAX_VALUE, time);
    if (bar != null) {
      bar.stepTo(Math.min(total, results.verdicts() + results.deadLetters()));
    }
  }

  /** Completes the display. Compaction may have removed the results of older versions. */
  void done() {
    if (bar != null) {
      bar.stepTo(total);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
    results.close();
  }
}
