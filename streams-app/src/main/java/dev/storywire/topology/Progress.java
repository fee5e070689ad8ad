package dev.storywire.topology;

import org.jspecify.annotations.Nullable;

/**
 * Tracks for one lane partition how far each raw partition has been read, and determines which
 * articles can no longer be preceded by another one.
 *
 * <p>An article may be released when each raw partition has either been read past the time of the
 * article, or been read to its end after the article was appended. Both remain true after any
 * crash, so that the result does not depend on the speed of threads. A record with an earlier time
 * that is appended after that is late.
 */
final class Progress {
  private final long graceMillis;
  private final PreparedRecord.@Nullable ProgressMark[] marks;

  /**
   * @param partitions number of raw partitions
   * @param graceMillis how far event times within a raw partition may be out of order
   */
  Progress(int partitions, long graceMillis) {
    this.graceMillis = graceMillis;
    this.marks = new PreparedRecord.ProgressMark[partitions];
  }

  /** Applies a mark and returns the combined mark of its partition. Progress never decreases. */
  PreparedRecord.ProgressMark apply(PreparedRecord.ProgressMark mark) {
    PreparedRecord.ProgressMark known = mark(mark.partition());
    PreparedRecord.ProgressMark next =
        known == null
            ? mark
            : new PreparedRecord.ProgressMark(
                mark.partition(),
                Math.max(known.time(), mark.time()),
                mark.endOffsetsRead().length == 0 ? known.endOffsetsRead() : mark.endOffsetsRead());
    marks[mark.partition()] = next;
    return next;
  }

  /** Applies the time of an article as progress of its partition. */
  void observe(int partition, long time) {
    PreparedRecord.ProgressMark known = mark(partition);
    if (known == null || known.time() < time) {
      var unused = apply(new PreparedRecord.ProgressMark(partition, time, new long[0]));
    }
  }

  /** Returns true if no record can arrive any more that precedes this article. */
  boolean hasPassed(PreparedRecord.Ordered item) {
    for (int p = 0; p < marks.length; p++) {
      PreparedRecord.ProgressMark mark = marks[p];
      if (mark == null || !(isReadPast(mark, item) || isReadAfter(mark, item))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns true if no record can arrive any more that precedes this embargoed article. For this,
   * each partition must have been read to an end that was determined after the embargo.
   */
  boolean hasPassed(PreparedRecord.Article embargoed, RawEndOffsets.Reading ends) {
    boolean over = ends.number() > 0 && ends.at() - graceMillis > embargoed.orderKey().orderTime();
    for (int p = 0; p < marks.length; p++) {
      PreparedRecord.ProgressMark mark = marks[p];
      if (mark == null
          || !(isReadPast(mark, embargoed) || (over && isReadTo(mark, ends.appended()[p])))) {
        return false;
      }
    }
    return true;
  }

  private PreparedRecord.@Nullable ProgressMark mark(int partition) {
    if (partition >= marks.length) {
      throw new IllegalStateException(
          "Raw partition %d is new; there were %d at start. Restart the service."
              .formatted(partition, marks.length));
    }
    return marks[partition];
  }

  private boolean isReadPast(PreparedRecord.ProgressMark mark, PreparedRecord.Ordered item) {
    return mark.time() != Long.MIN_VALUE && mark.time() - graceMillis > item.orderKey().orderTime();
  }

  private static boolean isReadTo(PreparedRecord.ProgressMark mark, long end) {
    return mark.endOffsetsRead().length > mark.partition()
        && mark.endOffsetsRead()[mark.partition()] >= end;
  }

  private static boolean isReadAfter(
      PreparedRecord.ProgressMark mark, PreparedRecord.Ordered item) {
    return mark.endOffsetsRead().length > item.partition()
        && mark.endOffsetsRead()[item.partition()] > item.offset();
  }
}
