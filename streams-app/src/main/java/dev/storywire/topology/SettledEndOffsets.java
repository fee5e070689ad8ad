package dev.storywire.topology;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The recent readings of the end offsets of the raw partitions. A reading is settled when it is at
 * least the grace older than the newest one. When everything up to the newest reading has been
 * read, so have all records that were appended within the grace after the settled one.
 */
final class SettledEndOffsets {
  private final RawEndOffsets source;
  private final int readings;
  private final Deque<RawEndOffsets.Reading> recent = new ArrayDeque<>();
  private RawEndOffsets.@Nullable Reading settled;

  /**
   * Creates an object without readings.
   *
   * @param source provides the newest reading
   * @param readings number of readings in the grace
   */
  SettledEndOffsets(RawEndOffsets source, int readings) {
    this.source = source;
    this.readings = readings;
  }

  /** Returns the latest reading, added or not. */
  RawEndOffsets.Reading latest() {
    return source.latest();
  }

  /** Adds the latest reading. Returns false if there is none, or if it has been added. */
  boolean advance() {
    RawEndOffsets.Reading latest = source.latest();
    RawEndOffsets.Reading newest = recent.peekLast();
    if (latest.number() == 0 || (newest != null && newest.number() == latest.number())) {
      return false;
    }
    recent.add(latest);
    while (latest.number() - recent.getFirst().number() >= readings) {
      settled = recent.removeFirst();
    }
    return true;
  }

  /** Returns the reading that was added last. */
  RawEndOffsets.Reading newest() {
    return recent.getLast();
  }

  /** Returns the offsets of the settled reading by partition, or null before there is one. */
  long @Nullable [] settled() {
    return settled == null ? null : settled.offsets();
  }

  /** Drops all readings. */
  void clear() {
    recent.clear();
    settled = null;
  }
}
