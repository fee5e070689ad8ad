package dev.storywire.topology;

import dev.storywire.story.prepare.LaneRule;
import dev.storywire.story.state.LaneSettings;
import java.time.Duration;

/**
 * Settings of the topology.
 *
 * @param prefix prefix of the topic names
 * @param rawPartitions partitions of the raw topic
 * @param lanePartitions partitions of the prepared topic; limits the number of lanes that are
 *     decided in parallel
 * @param laneRule determines the lane of an article
 * @param lane settings of each lane
 * @param grace how far event times within a raw partition may be out of order
 * @param commitInterval time between transactions while there is no backlog
 * @param replicationFactor replicas of each changelog
 */
public record FlowSettings(
    String prefix,
    int rawPartitions,
    int lanePartitions,
    LaneRule laneRule,
    LaneSettings lane,
    Duration grace,
    Duration commitInterval,
    int replicationFactor) {

  /** Returns the time between two readings of the ends of the raw partitions. */
  public Duration readingInterval() {
    return grace.compareTo(commitInterval) < 0 ? grace : commitInterval;
  }

  /** Returns the number of such intervals in the grace, rounded up. */
  int readingsInGrace() {
    long interval = readingInterval().toNanos();
    return Math.toIntExact((grace.toNanos() + interval - 1) / interval);
  }
}
