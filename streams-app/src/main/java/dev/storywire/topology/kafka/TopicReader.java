package dev.storywire.topology.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the records of topics, all partitions of each, without a consumer group: committed ones,
 * unless a factory method states otherwise. Used by one thread.
 *
 * @param <K> the type of the keys
 */
public final class TopicReader<K> implements AutoCloseable {
  private static final Duration WAIT = Duration.ofMillis(200);

  private final Consumer<K, byte[]> consumer;

  /** Takes ownership of a consumer that reads committed records and has no group. */
  public TopicReader(Consumer<K, byte[]> consumer) {
    this.consumer = consumer;
  }

  /** Returns a reader of topics with text keys. */
  public static TopicReader<String> ofTextKeys(Map<?, ?> client) {
    return connect(client, new StringDeserializer(), "earliest");
  }

  /** Returns a reader of topics with binary keys. */
  public static TopicReader<byte[]> ofBinaryKeys(Map<?, ?> client) {
    return connect(client, new ByteArrayDeserializer(), "earliest");
  }

  /**
   * Returns a reader of topics with text keys that throws an exception if the next records of a
   * partition have been deleted, instead of continuing with the first that exist.
   */
  public static TopicReader<String> withoutGaps(Map<?, ?> client) {
    return connect(client, new StringDeserializer(), "none");
  }

  /** Returns a reader that also reads the records of aborted and open transactions. */
  public static TopicReader<byte[]> ofAllRecords(Map<?, ?> client) {
    Map<String, Object> settings = settings(client, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    return new TopicReader<>(
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  private static <K> TopicReader<K> connect(
      Map<?, ?> client, Deserializer<K> keys, String ifDeleted) {
    return new TopicReader<>(
        new KafkaConsumer<>(settings(client, ifDeleted), keys, new ByteArrayDeserializer()));
  }

  private static Map<String, Object> settings(Map<?, ?> client, String ifDeleted) {
    Map<String, Object> settings = new HashMap<>();
    client.forEach((key, value) -> settings.put(String.valueOf(key), value));
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, ifDeleted);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    return settings;
  }

  /** Passes all records of a topic up to its current end, in order within each partition. */
  public static void forEach(
      Map<?, ?> client,
      String topic,
      java.util.function.Consumer<ConsumerRecord<String, byte[]>> action) {
    try (TopicReader<String> reader = ofTextKeys(client)) {
      List<String> topics = List.of(topic);
      reader.read(reader.beginnings(topics), reader.ends(topics), action);
    }
  }

  /**
   * Selects all partitions, and returns the offsets of their first records.
   *
   * @throws IllegalArgumentException if a topic does not exist
   */
  public Map<TopicPartition, Long> beginnings(Collection<String> topics) {
    return new HashMap<>(consumer.beginningOffsets(select(topics)));
  }

  /**
   * Selects all partitions, and returns the offsets after their last committed records.
   *
   * @throws IllegalArgumentException if a topic does not exist
   */
  public Map<TopicPartition, Long> ends(Collection<String> topics) {
    return new HashMap<>(consumer.endOffsets(select(topics)));
  }

  /** Selects all partitions: for others, the consumer warns that it does not keep the offsets. */
  private List<TopicPartition> select(Collection<String> topics) {
    List<TopicPartition> partitions = partitions(topics);
    consumer.assign(partitions);
    return partitions;
  }

  /**
   * Returns the partitions of topics.
   *
   * @throws IllegalArgumentException if a topic does not exist
   */
  public List<TopicPartition> partitions(Collection<String> topics) {
    return topics.stream().flatMap(topic -> partitions(topic).stream()).toList();
  }

  private List<TopicPartition> partitions(String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no topic " + topic + ": start the service, or check --prefix");
    }
    return partitions;
  }

  /**
   * Returns the offset of the first record with this time or a later one; empty if there is none.
   */
  public OptionalLong offsetAt(TopicPartition partition, Instant time) {
    OffsetAndTimestamp found =
        consumer.offsetsForTimes(Map.of(partition, time.toEpochMilli())).get(partition);
    return found == null ? OptionalLong.empty() : OptionalLong.of(found.offset());
  }

  /** Selects the partitions to read, and the next offset of each. */
  public void seek(Map<TopicPartition, Long> offsets) {
    consumer.assign(offsets.keySet());
    offsets.forEach(consumer::seek);
  }

  /** Returns the next records, or none if none arrived in time. */
  public ConsumerRecords<K, byte[]> poll(Duration atMost) {
    return consumer.poll(atMost);
  }

  /** Returns true if all selected partitions have been read up to these offsets. */
  public boolean hasReached(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /**
   * Passes the records of {@code [from, to)}, in order within each partition. Waits for records
   * that are not committed yet.
   */
  public void read(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      java.util.function.Consumer<ConsumerRecord<K, byte[]>> action) {
    Map<TopicPartition, Long> open = new HashMap<>(to);
    open.entrySet().removeIf(end -> end.getValue() <= from.getOrDefault(end.getKey(), 0L));
    Map<TopicPartition, Long> start = new HashMap<>();
    open.keySet().forEach(partition -> start.put(partition, from.getOrDefault(partition, 0L)));
    seek(start);
    while (!open.isEmpty()) {
      for (ConsumerRecord<K, byte[]> record : consumer.poll(WAIT)) {
        Long end = open.get(new TopicPartition(record.topic(), record.partition()));
        if (end != null && record.offset() < end) {
          action.accept(record);
        }
      }
      if (open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue())) {
        consumer.assign(open.keySet());
      }
    }
  }

  /** Makes a poll of another thread throw a {@code WakeupException}. */
  public void wakeUp() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
