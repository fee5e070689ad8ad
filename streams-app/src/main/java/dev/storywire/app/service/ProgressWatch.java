package dev.storywire.app.service;

import dev.storywire.topology.RawEndOffsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Detects stalls: an instance that runs, but does not advance in one of its raw partitions although
 * there are unread records.
 */
final class ProgressWatch {
  /**
   * Time without progress after which an instance is stalled: much longer than a transaction or a
   * restore.
   */
  static final Duration STALL_AFTER = Duration.ofMinutes(2);

  /**
   * Maximum age of the end offsets. Older ones indicate that the broker is unavailable, not a
   * stall.
   */
  private static final Duration MAX_AGE = Duration.ofSeconds(10);

  private final Map<Integer, Observed> behind = new HashMap<>();

  private record Observed(long read, Instant since) {}

  /**
   * Checks for a stall. Returns a one-line description if a partition with unread records has not
   * advanced for {@link #STALL_AFTER}. Positions never decrease, so that comparing two observations
   * is sufficient.
   *
   * @param own raw partitions that this instance reads
   */
  synchronized Optional<String> findStall(
      Set<Integer> own, RawEndOffsets.Reading ends, Instant now) {
    boolean fresh = ends.number() > 0 && Instant.ofEpochMilli(ends.at()).plus(MAX_AGE).isAfter(now);
    behind
        .keySet()
        .removeIf(p -> !fresh || !own.contains(p) || ends.read()[p] >= ends.offsets()[p]);
    if (!fresh) {
      return Optional.empty();
    }
    String sentence = null;
    for (int p : own) {
      long read = ends.read()[p];
      if (read < ends.offsets()[p]) {
        Observed known = behind.get(p);
        if (known == null || known.read() != read) {
          behind.put(p, new Observed(read, now));
        } else if (known.since().plus(STALL_AFTER).isBefore(now)) {
          sentence =
              "Raw partition %d has been read to %,d of %,d and no further since %s."
                  .formatted(p, read, ends.offsets()[p], known.since());
        }
      }
    }
    return Optional.ofNullable(sentence);
  }
}
