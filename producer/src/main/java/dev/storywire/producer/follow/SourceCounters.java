package dev.storywire.producer.follow;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counters of a source; see {@link SourceStatus}. */
final class SourceCounters {
  private final String source;
  private final TreeMap<String, Long> failures = new TreeMap<>();
  private @Nullable Instant lastSuccess;
  private @Nullable String lastFailure;
  private @Nullable Instant nextPoll;
  private long added;
  private long revised;
  private long unchanged;
  private long refused;

  SourceCounters(String source) {
    this.source = source;
  }

  synchronized void succeeded(Instant at) {
    lastSuccess = at;
    lastFailure = null;
  }

  synchronized void failed(String code, String reason) {
    failures.merge(code, 1L, Long::sum);
    lastFailure = reason;
  }

  synchronized void added() {
    added++;
  }

  synchronized void revised() {
    revised++;
  }

  synchronized void unchanged() {
    unchanged++;
  }

  synchronized void refused() {
    refused++;
  }

  synchronized void nextPoll(@Nullable Instant at) {
    nextPoll = at;
  }

  synchronized SourceStatus status() {
    return new SourceStatus(
        source,
        lastSuccess,
        added,
        revised,
        unchanged,
        refused,
        Map.copyOf(failures),
        lastFailure,
        nextPoll);
  }
}
