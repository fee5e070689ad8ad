package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.serve.query.ServiceStatus;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;

class InstanceConditionTest {
  private Optional<String> diskFull = Optional.empty();
  private Optional<String> stall = Optional.empty();
  private Optional<String> silence = Optional.empty();
  private Optional<String> feed = Optional.empty();

  @Test
  void anInstanceWithoutProblemsHasTheStateOfTheFlow() {
    InstanceCondition running = condition(KafkaStreams.State.RUNNING);
    assertThat(running.state()).isEqualTo(ServiceStatus.State.RUNNING);
    assertThat(running.state().ready()).isTrue();
    assertThat(running.sentence()).isEqualTo("The flow is running.");
    assertThat(condition(KafkaStreams.State.CREATED).state())
        .isEqualTo(ServiceStatus.State.STARTING);
    assertThat(condition(KafkaStreams.State.ERROR).state().live()).isFalse();
  }

  @Test
  void anInstanceWhoseListIsOutOfDateIsNotReady() {
    feed = Optional.of("The list is out of date.");
    for (KafkaStreams.State flow :
        new KafkaStreams.State[] {KafkaStreams.State.RUNNING, KafkaStreams.State.REBALANCING}) {
      InstanceCondition condition = condition(flow);
      assertThat(condition.state()).isEqualTo(ServiceStatus.State.DISCONNECTED);
      assertThat(condition.state().ready()).isFalse();
      assertThat(condition.state().live()).isTrue();
      assertThat(condition.sentence()).isEqualTo("The list is out of date.");
    }
  }

  @Test
  void statesTheProblemOfHighestPrecedence() {
    feed = Optional.of("feed");
    silence = Optional.of("silence");
    assertThat(condition(KafkaStreams.State.RUNNING).sentence()).isEqualTo("silence");
    stall = Optional.of("stall");
    assertThat(condition(KafkaStreams.State.RUNNING).state())
        .isEqualTo(ServiceStatus.State.STALLED);
    diskFull = Optional.of("disk");
    assertThat(condition(KafkaStreams.State.RUNNING).state())
        .isEqualTo(ServiceStatus.State.DISK_FULL);
  }

  @Test
  void aFlowThatIsNotRunningHasNoStall() {
    stall = Optional.of("stall");
    assertThat(condition(KafkaStreams.State.REBALANCING).state())
        .isEqualTo(ServiceStatus.State.REBALANCING);
  }

  @Test
  void aStoppedInstanceIsNotDisconnected() {
    silence = Optional.of("silence");
    feed = Optional.of("feed");
    assertThat(condition(KafkaStreams.State.NOT_RUNNING).state())
        .isEqualTo(ServiceStatus.State.STOPPING);
  }

  private InstanceCondition condition(KafkaStreams.State flow) {
    return InstanceCondition.of(
        flow, new InstanceCondition.Checks(() -> diskFull, () -> stall, () -> silence, () -> feed));
  }
}
