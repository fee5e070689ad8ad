package dev.storywire.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** When the next record of a history is to be written. */
@FunctionalInterface
interface Pace {
  /** Records that are written without a pause. */
  int BURST = 50;

  /** Waits until it is time for a record, the first being number 0. */
  void await(int number, MadeUpWire.Sent record) throws InterruptedException;

  /** Without waiting. */
  static Pace atOnce() {
    return (number, record) -> {};
  }

  /** So many a second on average, in bursts. */
  static Pace bursts(int perSecond) {
    long begin = System.nanoTime();
    return (number, record) -> {
      if (number % BURST == 0) {
        long due = begin + TimeUnit.SECONDS.toNanos(number) / perSecond;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      }
    };
  }

  /** Each at its own time. */
  static Pace live() {
    return (number, record) ->
        TimeUnit.MILLISECONDS.sleep(Duration.between(Instant.now(), record.at()).toMillis());
  }
}
