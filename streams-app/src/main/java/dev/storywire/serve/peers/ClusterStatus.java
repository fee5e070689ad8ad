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

/** Adds up the instances' status to one. */
final class ClusterStatus {
  private ClusterStatus() {}

  static ServiceStatus of(ServiceStatus own, List<ServiceStatus> others, List<String> unanswered) {
    if (others.isEmpty() && unanswered.isEmpty()) {
      return own;
    }
    List<ServiceStatus> all = new ArrayList<>(others);
    all.add(own);
    Map<String, Long> counts = new TreeMap<>();
    all.forEach(one -> one.counts().forEach((what, n) -> counts.merge(what, n, Long::sum)));
    boolean lagKnown = all.stream().allMatch(one -> one.lag() >= 0);
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
        lagKnown ? all.stream().mapToLong(ServiceStatus::lag).sum() : -1,
        counts,
        all.stream()
            .flatMap(one -> one.lanes().stream())
            .sorted(Comparator.comparing(LaneStatus::lane))
            .toList(),
        unanswered);
  }
}
