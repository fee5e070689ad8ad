package dev.storywire.topology;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Sends the articles of a lane to its partition, their signatures to all other partitions, and
 * records without a key, such as progress marks, to all partitions.
 */
final class LanePartitioner implements StreamPartitioner<byte @Nullable [], byte[]> {

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, byte @Nullable [] lane, byte[] value, int partitions) {
    if (lane == null) {
      return Optional.of(all(partitions));
    }
    int own = partition(lane, partitions);
    if (!PreparedRecord.isSignature(value)) {
      return Optional.of(Set.of(own));
    }
    Set<Integer> others = all(partitions);
    others.remove(own);
    return Optional.of(others);
  }

  private static Set<Integer> all(int partitions) {
    return IntStream.range(0, partitions).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the partition of a lane, by Kafka's default partitioner. */
  static int partition(byte[] lane, int partitions) {
    return Utils.toPositive(Utils.murmur2(lane)) % partitions;
  }
}
