package dev.storywire.producer;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of an ingest.
 *
 * @param sent number of items that were delivered
 * @param refused number of refusals, by code
 * @param repaired number of repairs and estimates, by code
 */
public record IngestReport(
    long sent, SortedMap<String, Long> refused, SortedMap<String, Long> repaired) {
  /** Copies the maps and sorts them by code. */
  public IngestReport(long sent, Map<String, Long> refused, Map<String, Long> repaired) {
    this(sent, new TreeMap<>(refused), new TreeMap<>(repaired));
  }

  /** Returns true if nothing was refused. */
  public boolean complete() {
    return refused.isEmpty();
  }

  /** Returns the number of refusals. */
  public long refusedCount() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }
}
