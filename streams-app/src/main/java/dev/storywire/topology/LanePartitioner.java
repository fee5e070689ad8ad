package dev.storywire.topology;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Sends the articles of a lane to its partition, and records without a key (progress marks,
 * hand-overs) to all partitions.
 */
final class LanePartitioner implements StreamPartitioner<byte @Nullable [], byte[]> {

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, byte @Nullable [] lane, byte[] value, int partitions) {
    return Optional.of(
        lane == null
            ? IntStream.range(0, partitions).boxed().collect(Collectors.toSet())
            : Set.of(partition(lane, partitions)));
  }

  /** Returns the partition of a lane, by Kafka's default partitioner. */
  static int partition(byte[] lane, int partitions) {
    return Utils.toPositive(Utils.murmur2(lane)) % partitions;
  }
}
