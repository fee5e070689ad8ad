package dev.storywire.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Requests commits at short intervals while a stream thread keeps up, and at longer ones the
 * further it is behind. The cost of a transaction hardly depends on the number of its articles.
 * With a long backlog, only Kafka Streams commits, at its own interval. A commit includes all tasks
 * of the thread, so one pacer serves all of them.
 */
final class CommitPacer {
  /** The lag of a task whose backlog has no known age. */
  static final long BACKLOG_MILLIS = 10_000;

  /** An interval is this part of the lag, so that waiting for commits alone cannot lengthen it. */
  private static final int LAG_DIVISOR = 4;

  /** The commit interval of Kafka Streams; longer ones are left to it. */
  private static final long MAX_INTERVAL_MILLIS = 500;

  /** Checks per interval, so that a request is late by at most a fraction of the interval. */
  private static final int CHECKS_PER_INTERVAL = 4;

  private final Duration interval;
  private final ThreadLocal<Pace> paces = ThreadLocal.withInitial(Pace::new);

  /** Creates a pacer that requests a commit at most once per interval and thread. */
  CommitPacer(Duration interval) {
    this.interval = interval;
  }

  /** Starts to request commits of the task's thread. */
  void init(ProcessorContext<?, ?> context) {
    Duration check = interval.dividedBy(CHECKS_PER_INTERVAL);
    context.schedule(check, PunctuationType.WALL_CLOCK_TIME, now -> commitIfDue(context, now));
  }

  /**
   * Records that a record was processed.
   *
   * @param lag time by which the task is behind, in ms
   */
  void processed(long lag) {
    Pace pace = paces.get();
    pace.uncommitted = true;
    pace.lag = Math.max(pace.lag, lag);
  }

  /** Records that an output was written without an input record. */
  void written() {
    paces.get().uncommitted = true;
  }

  private void commitIfDue(ProcessorContext<?, ?> context, long now) {
    Pace pace = paces.get();
    long wait = Math.max(interval.toMillis(), pace.lag / LAG_DIVISOR);
    if (pace.uncommitted && now - pace.lastRequest >= wait) {
      if (wait < MAX_INTERVAL_MILLIS) {
        context.commit();
      }
      pace.uncommitted = false;
      pace.lag = 0;
      pace.lastRequest = now;
    }
  }

  /** The state of a stream thread. */
  private static final class Pace {
    boolean uncommitted;
    long lag;
    long lastRequest;
  }
}
