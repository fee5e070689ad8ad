package dev.storywire.faults;

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
 * What stands on topics, by partition and key: of a changelog just what is in its store. Also the
 * largest record that ever was on each.
 */
final class LiveRecords implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Map<Place, Integer>> live = new TreeMap<>();
  private final Map<String, Integer> largest = new TreeMap<>();

  /** Stores of several partitions may have something under one key. */
  private record Place(int partition, ByteBuffer key) {}

  /** Of all topics there are now whose names are asked for. */
  LiveRecords(Map<String, String> client, Predicate<String> asked) {
    Map<String, Object> settings = new TreeMap<>(client);
    settings.put("isolation.level", "read_committed");
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.listTopics().values().stream()
            .flatMap(List::stream)
            .filter(partition -> asked.test(partition.topic()))
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    partitions.forEach(partition -> live.put(partition.topic(), new HashMap<>()));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads on until nothing comes for a moment. */
  void readOn() {
    ConsumerRecords<byte[], byte[]> records;
    do {
      records = consumer.poll(Duration.ofMillis(300));
      records.forEach(this::take);
    } while (!records.isEmpty());
  }

  /** Number of keys that stand, by topic. */
  Map<String, Integer> entries() {
    Map<String, Integer> entries = new TreeMap<>();
    live.forEach((topic, keys) -> entries.put(topic, keys.size()));
    return entries;
  }

  /** Bytes of keys and values that stand, over all topics. */
  long bytes() {
    return live.values().stream()
        .flatMap(keys -> keys.values().stream())
        .mapToLong(Integer::longValue)
        .sum();
  }

  /** Bytes of key and value of the largest record, by topic. */
  Map<String, Integer> largest() {
    return largest;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    byte[] key = record.key() == null ? new byte[0] : record.key();
    Map<Place, Integer> keys = requireNonNull(live.get(record.topic()));
    Place place = new Place(record.partition(), ByteBuffer.wrap(key));
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
