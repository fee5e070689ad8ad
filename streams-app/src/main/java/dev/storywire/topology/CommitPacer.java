package dev.storywire.topology;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Requests commits at short intervals while a task has no backlog. A task that is behind waits for
 * the commit interval of Kafka Streams, which is longer: the markers of a transaction cost the same
 * for one article as for hundreds, and the latency of a single result does not matter in a backlog.
 */
final class CommitPacer {
  private final Duration interval;
  private @Nullable ProcessorContext<?, ?> context;
  private boolean uncommitted;
  private boolean behind;

  /** Creates a pacer that requests a commit at most once per interval. */
  CommitPacer(Duration interval) {
    this.interval = interval;
  }

  /** Starts to request commits of a task. */
  void init(ProcessorContext<?, ?> context) {
    this.context = context;
    this.uncommitted = false;
    this.behind = false;
    context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, now -> commitIfNotBehind());
  }

  /** Records that a record was processed, and whether the task is behind. */
  void processed(boolean isBehind) {
    uncommitted = true;
    behind = isBehind;
  }

  /** Records that an output was written without an input record. */
  void written() {
    uncommitted = true;
  }

  private void commitIfNotBehind() {
    if (uncommitted && !behind) {
      requireNonNull(context).commit();
      uncommitted = false;
    }
  }
}
