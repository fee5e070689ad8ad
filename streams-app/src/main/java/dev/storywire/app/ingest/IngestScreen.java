package dev.storywire.app.ingest;

import dev.storywire.app.process.Terminal;
import dev.storywire.producer.IngestProgress;
import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.schemas.Refusal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/**
 * Displays an ingest: a progress bar if standard error is a terminal, and at the end all refusals,
 * grouped by code.
 */
public final class IngestScreen implements IngestProgress, AutoCloseable {
  private static final long MEBIBYTE = 1 << 20;

  private final PrintWriter err;

  /** True if refusals and repairs are recorded for JSON instead of being printed. */
  private final boolean silent;

  private @Nullable ProgressBar bar;
  private long sent;
  private final SortedMap<String, List<Problem>> refusals = new TreeMap<>();
  private final SortedMap<String, List<Problem>> repairs = new TreeMap<>();
  private long refused;

  /** A refusal or repair, and its position in the input. */
  record Problem(String where, String reason) {}

  /** Creates a display that prints to {@code err}. */
  public IngestScreen(PrintWriter err) {
    this(err, false);
  }

  private IngestScreen(PrintWriter err, boolean silent) {
    this.err = err;
    this.silent = silent;
  }

  /** Creates a display that shows only the progress, and records all repairs. */
  static IngestScreen silent(PrintWriter err) {
    return new IngestScreen(err, true);
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
    refusals
        .computeIfAbsent(refusal.code(), code -> new ArrayList<>())
        .add(new Problem(where, refusal.reason()));
  }

  @Override
  public void repaired(DocumentRepair repair, String where) {
    if (silent) {
      repairs
          .computeIfAbsent(repair.kind().code(), code -> new ArrayList<>())
          .add(new Problem(where, repair.detail()));
      return;
    }
    err.println("repaired " + where + ": " + repair.detail() + " (" + repair.kind().code() + ")");
  }

  /** Returns the refusals so far, by code, in the order of the input. */
  SortedMap<String, List<Problem>> refusals() {
    return refusals;
  }

  /** Returns the repairs so far, if they are recorded, by code, in the order of the input. */
  SortedMap<String, List<Problem>> repairs() {
    return repairs;
  }

  /** Returns the number of refusals so far. */
  public long refused() {
    return refused;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
    if (silent) {
      return;
    }
    refusals.forEach(
        (code, problems) -> {
          err.println("refused (" + code + "): " + problems.size());
          problems.forEach(
              problem -> err.println("  " + problem.where() + ": " + problem.reason()));
        });
    err.flush();
  }
}
