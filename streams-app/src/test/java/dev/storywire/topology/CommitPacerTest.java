package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class CommitPacerTest {
  private static final long NOW = 1_790_000_000_000L;

  private final CommitPacer pacer = new CommitPacer(Duration.ofMillis(40));
  private final MockProcessorContext<Void, Void> context = task();

  @Test
  void requestsACommitOncePerInterval() {
    pacer.processed(0);
    assertThat(isCommitted(context, NOW)).isTrue();
    pacer.processed(0);
    assertThat(isCommitted(context, NOW + 39)).isFalse();
    assertThat(isCommitted(context, NOW + 40)).isTrue();
  }

  @Test
  void requestsNoneWithoutChanges() {
    assertThat(isCommitted(context, NOW)).isFalse();
    pacer.written();
    assertThat(isCommitted(context, NOW)).isTrue();
    assertThat(isCommitted(context, NOW + 1_000)).isFalse();
  }

  @Test
  void countsTheRequestOfAnotherTaskOfTheThread() {
    MockProcessorContext<Void, Void> other = task();
    pacer.processed(0);
    assertThat(isCommitted(other, NOW)).isTrue();
    assertThat(isCommitted(context, NOW + 100)).isFalse();
  }

  @Test
  void requestsFewerTheLongerTheLag() {
    pacer.processed(0);
    assertThat(isCommitted(context, NOW)).isTrue();
    pacer.processed(800);
    assertThat(isCommitted(context, NOW + 199)).isFalse();
    assertThat(isCommitted(context, NOW + 200)).isTrue();
    pacer.processed(0);
    assertThat(isCommitted(context, NOW + 240)).isTrue();
  }

  @Test
  void requestsNoneInABacklog() {
    pacer.processed(CommitPacer.BACKLOG_MILLIS);
    pacer.processed(0);
    assertThat(isCommitted(context, NOW)).isFalse();
    assertThat(isCommitted(context, NOW + 5_000)).isFalse();
  }

  private MockProcessorContext<Void, Void> task() {
    MockProcessorContext<Void, Void> task = new MockProcessorContext<>();
    pacer.init(task);
    return task;
  }

  private static boolean isCommitted(MockProcessorContext<Void, Void> task, long now) {
    task.scheduledPunctuators().get(0).getPunctuator().punctuate(now);
    boolean committed = task.committed();
    task.resetCommit();
    return committed;
  }
}
