package dev.storywire.topology.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A consumer that pauses the topic only within {@link #poll}, so that Kafka Streams can pause and
 * resume partitions for its own reasons.
 */
final class PausingConsumer extends KafkaConsumer<byte[], byte[]> {
  private final String topic;
  private final BooleanSupplier isPaused;

  /** The partitions that only this class has paused; empty outside a poll. */
  private Set<TopicPartition> held = new HashSet<>();

  PausingConsumer(Map<String, Object> settings, String topic, BooleanSupplier isPaused) {
    super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.topic = topic;
    this.isPaused = isPaused;
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    if (!isPaused.getAsBoolean()) {
      return super.poll(timeout);
    }
    Set<TopicPartition> others = paused();
    held = new HashSet<>(assignment());
    held.removeIf(partition -> !partition.topic().equals(topic) || others.contains(partition));
    super.pause(held);
    try {
      return super.poll(timeout);
    } finally {
      // a rebalance within the poll may have revoked some
      held.retainAll(assignment());
      super.resume(held);
      held.clear();
    }
  }

  /** Pauses partitions for Kafka Streams, even during a rebalance within a poll. */
  @Override
  public void pause(Collection<TopicPartition> partitions) {
    held.removeAll(partitions);
    super.pause(partitions);
  }
}
