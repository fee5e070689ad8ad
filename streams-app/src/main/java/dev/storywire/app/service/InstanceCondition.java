package dev.storywire.app.service;

import dev.storywire.serve.query.ServiceStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/** The state of the instance, and a sentence for the operator. */
record InstanceCondition(ServiceStatus.State state, String sentence) {
  /**
   * Checks for problems, by precedence. Each returns a sentence, or nothing if all is well.
   *
   * @param diskFull the disk of the stores is full
   * @param stall unread records are not read; checked only while the flow is running
   * @param silence the brokers do not answer
   * @param feed the list of stories is out of date
   */
  record Checks(
      Supplier<Optional<String>> diskFull,
      Supplier<Optional<String>> stall,
      Supplier<Optional<String>> silence,
      Supplier<Optional<String>> feed) {}

  /** Returns the first problem that a check finds; without one, the state of the flow. */
  static InstanceCondition of(KafkaStreams.State flow, Checks checks) {
    Optional<InstanceCondition> problem = problem(checks.diskFull(), ServiceStatus.State.DISK_FULL);
    if (flow == KafkaStreams.State.RUNNING) {
      problem = problem.or(() -> problem(checks.stall(), ServiceStatus.State.STALLED));
    }
    if (flow.isRunningOrRebalancing()) {
      problem =
          problem
              .or(() -> problem(checks.silence(), ServiceStatus.State.DISCONNECTED))
              .or(() -> problem(checks.feed(), ServiceStatus.State.DISCONNECTED));
    }
    return problem.orElseGet(
        () ->
            new InstanceCondition(
                state(flow), "The flow is " + flow.name().toLowerCase(Locale.ROOT) + "."));
  }

  private static Optional<InstanceCondition> problem(
      Supplier<Optional<String>> check, ServiceStatus.State state) {
    return check.get().map(sentence -> new InstanceCondition(state, sentence));
  }

  private static ServiceStatus.State state(KafkaStreams.State flow) {
    return switch (flow) {
      case CREATED -> ServiceStatus.State.STARTING;
      case REBALANCING -> ServiceStatus.State.REBALANCING;
      case RUNNING -> ServiceStatus.State.RUNNING;
      case PENDING_SHUTDOWN, NOT_RUNNING -> ServiceStatus.State.STOPPING;
      case PENDING_ERROR, ERROR -> ServiceStatus.State.FAILED;
    };
  }
}
