package dev.storywire.faults.history;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The rate at which a history is written. */
@FunctionalInterface
public interface Pace {
  /** Number of records in a burst. */
  int BURST = 50;

  /** Waits until a record is due; the first has the number 0. */
  void await(int number, GeneratedHistory.Sent record) throws InterruptedException;

  /** Returns a pace that does not wait. */
  static Pace atOnce() {
    return (number, record) -> {};
  }

  /** Returns a pace of {@code perSecond} records on average, in bursts. */
  static Pace bursts(int perSecond) {
    long begin = System.nanoTime();
    return (number, record) -> {
      if (number % BURST == 0) {
        long due = begin + TimeUnit.SECONDS.toNanos(number) / perSecond;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      }
    };
  }

  /** Returns a pace that sends each record at its event time. */
  static Pace live() {
    return (number, record) ->
        TimeUnit.MILLISECONDS.sleep(Duration.between(Instant.now(), record.at()).toMillis());
  }
}
