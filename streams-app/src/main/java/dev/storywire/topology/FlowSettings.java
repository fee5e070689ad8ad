package dev.storywire.topology;

import dev.storywire.story.LaneSettings;
import dev.storywire.story.prepare.LaneRule;
import java.time.Duration;

/**
 * What shapes the flow.
 *
 * @param prefix of the topic names
 * @param rawPartitions partitions of the raw topic
 * @param lanePartitions partitions of the prepared topic: how many lanes can be decided at a time
 * @param laneRule which lane an article belongs to
 * @param lane how long lanes wait and remember
 * @param grace how much disorder of event times is healed; also the time between progress marks
 * @param commitInterval time between transactions while the flow is level with its input
 * @param replicationFactor copies of each changelog
 */
public record FlowSettings(
    String prefix,
    int rawPartitions,
    int lanePartitions,
    LaneRule laneRule,
    LaneSettings lane,
    Duration grace,
    Duration commitInterval,
    int replicationFactor) {}
