package dev.storywire.topology.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the committed records of a topic as a member of a consumer group, one record at a time. A
 * new group starts at the end of the topic. Used by one thread.
 */
public final class ConsumerGroupReader implements AutoCloseable {
  /** Maximum time between two polls, after which another member takes over. */
  private static final Duration MAX_BETWEEN_POLLS = Duration.ofMinutes(30);

  private final Consumer<String, byte[]> consumer;

  /** Takes ownership of a consumer that reads committed records and does not commit by itself. */
  public ConsumerGroupReader(Consumer<String, byte[]> consumer, String topic) {
    this.consumer = consumer;
    consumer.subscribe(List.of(topic), new StartAtEnd());
  }

  /** Connects a member of a group. */
  public static ConsumerGroupReader connect(
      Map<String, String> client, String group, String topic) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    // if the next records have been deleted, the first that exist are read
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
    settings.put(
        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, Long.toString(MAX_BETWEEN_POLLS.toMillis()));
    return new ConsumerGroupReader(
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
        topic);
  }

  /** Returns the next record, or none if none arrived in time. */
  public ConsumerRecords<String, byte[]> poll(Duration atMost) {
    return consumer.poll(atMost);
  }

  /** Commits the position after the records that were returned. */
  public void commit() {
    consumer.commitSync();
  }

  @Override
  public void close() {
    consumer.close();
  }

  /**
   * Moves the group to the end of partitions for which it has no position, and commits these
   * positions.
   */
  private final class StartAtEnd implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      Map<TopicPartition, OffsetAndMetadata> known = consumer.committed(new HashSet<>(partitions));
      List<TopicPartition> added =
          partitions.stream().filter(partition -> known.get(partition) == null).toList();
      if (!added.isEmpty()) {
        consumer.seekToEnd(added);
        added.forEach(consumer::position); // looks the end up now, not with the next poll
        consumer.commitSync();
      }
    }
  }
}
