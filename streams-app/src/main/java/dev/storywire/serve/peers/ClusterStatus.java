package dev.storywire.serve.peers;

import dev.storywire.serve.query.ServiceStatus;
import dev.storywire.serve.query.ServiceStatus.LaneStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Combines the status of all instances. */
final class ClusterStatus {
  private static final Comparator<LaneStatus> LATEST =
      Comparator.comparing(
          LaneStatus::eventTime, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

  private ClusterStatus() {}

  static ServiceStatus of(ServiceStatus own, List<ServiceStatus> others, List<String> unanswered) {
    if (others.isEmpty() && unanswered.isEmpty()) {
      return own;
    }
    List<ServiceStatus> all = new ArrayList<>(others);
    all.add(own);
    // several instances may report a lane; the one that decides it has the latest clock
    Map<String, LaneStatus> lanes = new TreeMap<>();
    all.stream()
        .flatMap(one -> one.lanes().stream())
        .forEach(lane -> lanes.merge(lane.lane(), lane, ClusterStatus::later));
    return new ServiceStatus(
        own.version(),
        "all",
        own.state(),
        "%d instances answered. %s".formatted(all.size(), own.message()),
        all.stream()
            .map(ServiceStatus::eventTime)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null),
        // each instance reports the lag of the whole group
        all.stream().mapToLong(ServiceStatus::lag).max().orElse(-1),
        ServiceStatus.counts(lanes.values()),
        List.copyOf(lanes.values()),
        unanswered);
  }

  private static LaneStatus later(LaneStatus a, LaneStatus b) {
    return LATEST.compare(a, b) >= 0 ? a : b;
  }
}
