package dev.storywire.faults.measure;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The latest records of topics by partition and key; of a changelog, this is the content of its
 * store. Also the largest record of each topic.
 */
public final class LiveRecords implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Map<PartitionKey, Integer>> live = new TreeMap<>();
  private final Map<String, Integer> largest = new TreeMap<>();

  /** A key in a partition; several partitions may have the same key. */
  private record PartitionKey(int partition, ByteBuffer key) {}

  /** Opens all existing topics with selected names. */
  public LiveRecords(Map<String, String> client, Predicate<String> selected) {
    Map<String, Object> settings = new TreeMap<>(client);
    settings.put("isolation.level", "read_committed");
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.listTopics().values().stream()
            .flatMap(List::stream)
            .filter(partition -> selected.test(partition.topic()))
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    partitions.forEach(partition -> live.put(partition.topic(), new HashMap<>()));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads until no record arrives for 300 ms. */
  public void readOn() {
    ConsumerRecords<byte[], byte[]> records;
    do {
      records = consumer.poll(Duration.ofMillis(300));
      records.forEach(this::take);
    } while (!records.isEmpty());
  }

  /** Returns the number of live keys by topic. */
  public Map<String, Integer> entries() {
    Map<String, Integer> entries = new TreeMap<>();
    live.forEach((topic, keys) -> entries.put(topic, keys.size()));
    return entries;
  }

  /** Returns the bytes of live keys and values by topic. */
  public Map<String, Long> bytes() {
    Map<String, Long> bytes = new TreeMap<>();
    live.forEach(
        (topic, keys) ->
            bytes.put(topic, keys.values().stream().mapToLong(Integer::longValue).sum()));
    return bytes;
  }

  /** Returns the bytes of the largest record by topic. */
  public Map<String, Integer> largest() {
    return largest;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    byte[] key = record.key() == null ? new byte[0] : record.key();
    Map<PartitionKey, Integer> keys = requireNonNull(live.get(record.topic()));
    PartitionKey place = new PartitionKey(record.partition(), ByteBuffer.wrap(key));
    if (record.value() == null) {
      keys.remove(place);
    } else {
      int size = key.length + record.value().length;
      keys.put(place, size);
      largest.merge(record.topic(), size, Math::max);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
