package dev.storywire.app.service;

import dev.storywire.topology.RawEnds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Watches that an instance moves on: that what is read of each raw partition of its own becomes
 * more while there is more to read. Running is not progress.
 */
final class ProgressWatch {
  /** Far longer than a transaction or a restore that comes between. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** An older reading of the ends says that the broker is away, not that the instance stands. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Map<Integer, Standing> behind = new HashMap<>();

  private record Standing(long read, Instant since) {}

  /**
   * Looks, and says where the instance stands, in a sentence, if it has since a look that is longer
   * ago than {@link #PATIENCE}. A position never goes back, so what was the same then and is now
   * has been so between.
   *
   * @param own raw partitions that this instance reads
   */
  synchronized Optional<String> standstill(Set<Integer> own, RawEnds.Ends ends, Instant now) {
    boolean fresh = ends.number() > 0 && Instant.ofEpochMilli(ends.at()).plus(FRESH).isAfter(now);
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
        Standing known = behind.get(p);
        if (known == null || known.read() != read) {
          behind.put(p, new Standing(read, now));
        } else if (known.since().plus(PATIENCE).isBefore(now)) {
          sentence =
              "Raw partition %d has been read to %,d of %,d and no further since %s."
                  .formatted(p, read, ends.offsets()[p], known.since());
        }
      }
    }
    return Optional.ofNullable(sentence);
  }
}
