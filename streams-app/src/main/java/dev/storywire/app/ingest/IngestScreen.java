package dev.storywire.app.ingest;

import dev.storywire.app.process.Terminal;
import dev.storywire.producer.IngestProgress;
import dev.storywire.schemas.Refusal;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/**
 * An ingest as a person sees it: a bar over the bytes read, where standard error is a terminal, and
 * the first refusals with their reasons.
 */
public final class IngestScreen implements IngestProgress, AutoCloseable {
  private static final int REFUSALS_SHOWN = 20;
  private static final long MEBIBYTE = 1 << 20;

  private final PrintWriter err;
  private @Nullable ProgressBar bar;
  private long sent;
  private long refused;

  /** A screen whose lines go to {@code err}. */
  public IngestScreen(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void started(int sources, long bytes) {
    bar = Terminal.progressBar("ingest", bytes, "MiB", MEBIBYTE);
  }

  @Override
  public void read(long bytes) {
    if (bar != null) {
      bar.stepBy(bytes);
    }
  }

  @Override
  public void sent() {
    sent++;
    if (bar != null && sent % 100 == 0) {
      bar.setExtraMessage(" %,d items".formatted(sent));
    }
  }

  @Override
  public void refused(Refusal refusal, String where) {
    refused++;
    if (refused <= REFUSALS_SHOWN) {
      err.println("refused " + where + ": " + refusal.reason());
    } else if (refused == REFUSALS_SHOWN + 1) {
      err.println("further refusals are counted only");
    }
  }

  /** How many were refused so far. */
  public long refused() {
    return refused;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
