package dev.storywire.producer;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of an ingest.
 *
 * @param sent items that are safely in
 * @param refused how many were not taken, by code
 */
public record IngestReport(long sent, SortedMap<String, Long> refused) {
  /** Sorts the codes. */
  public IngestReport(long sent, Map<String, Long> refused) {
    this(sent, new TreeMap<>(refused));
  }

  /** Whether all that was there went in. */
  public boolean complete() {
    return refused.isEmpty();
  }

  /** How many were not taken. */
  public long refusedCount() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }
}
