package dev.storywire.topology;

import org.jspecify.annotations.Nullable;

/**
 * What one lane partition knows of how far each raw partition has been read, and so which articles
 * can no longer be preceded by another.
 *
 * <p>An article may go once each raw partition either has been seen past the article's time, or was
 * read to its end after the article had been appended. Both are facts that stay true whatever
 * crashes, so the answer does not depend on which thread was faster; a record appended after that
 * with an earlier time was itself late.
 */
final class Progress {
  private final long graceMillis;
  private final PreparedRecord.@Nullable ProgressMark[] marks;

  /**
   * @param partitions number of raw partitions
   * @param graceMillis how much disorder of event times inside a raw partition is healed
   */
  Progress(int partitions, long graceMillis) {
    this.graceMillis = graceMillis;
    this.marks = new PreparedRecord.ProgressMark[partitions];
  }

  /** Takes a mark in; what was known before stays known. Returns the mark as it is known now. */
  PreparedRecord.ProgressMark learn(PreparedRecord.ProgressMark mark) {
    PreparedRecord.ProgressMark known = mark(mark.partition());
    PreparedRecord.ProgressMark next =
        known == null
            ? mark
            : new PreparedRecord.ProgressMark(
                mark.partition(),
                Math.max(known.time(), mark.time()),
                mark.readAll().length == 0 ? known.readAll() : mark.readAll());
    marks[mark.partition()] = next;
    return next;
  }

  /** Notes an article's own time as progress of its partition. */
  void saw(int partition, long time) {
    PreparedRecord.ProgressMark known = mark(partition);
    if (known == null || known.time() < time) {
      var unused = learn(new PreparedRecord.ProgressMark(partition, time, new long[0]));
    }
  }

  /** Whether nothing can come any more that belongs before this article. */
  boolean passed(PreparedRecord.Article item) {
    for (int p = 0; p < marks.length; p++) {
      PreparedRecord.ProgressMark mark = marks[p];
      if (mark == null || !(beyond(mark, item) || readAfter(mark, item))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The same of an embargoed article. That a partition was read to its end after the article had
   * been appended says nothing of the time until the embargo ends: here it must have been read to
   * where it ended after that.
   */
  boolean passed(PreparedRecord.Article embargoed, RawEnds.Ends ends) {
    boolean over = ends.number() > 0 && ends.at() - graceMillis > embargoed.orderKey().orderTime();
    for (int p = 0; p < marks.length; p++) {
      PreparedRecord.ProgressMark mark = marks[p];
      if (mark == null
          || !(beyond(mark, embargoed) || (over && readTo(mark, ends.appended()[p])))) {
        return false;
      }
    }
    return true;
  }

  private PreparedRecord.@Nullable ProgressMark mark(int partition) {
    if (partition >= marks.length) {
      throw new IllegalStateException(
          "Raw partition %d has appeared, but %d were there at start; restart the service."
              .formatted(partition, marks.length));
    }
    return marks[partition];
  }

  private boolean beyond(PreparedRecord.ProgressMark mark, PreparedRecord.Article item) {
    return mark.time() != Long.MIN_VALUE && mark.time() - graceMillis > item.orderKey().orderTime();
  }

  private static boolean readTo(PreparedRecord.ProgressMark mark, long end) {
    return mark.readAll().length > mark.partition() && mark.readAll()[mark.partition()] >= end;
  }

  private static boolean readAfter(PreparedRecord.ProgressMark mark, PreparedRecord.Article item) {
    return mark.readAll().length > item.partition()
        && mark.readAll()[item.partition()] > item.offset();
  }
}
