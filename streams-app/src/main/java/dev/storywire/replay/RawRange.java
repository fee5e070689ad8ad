package dev.storywire.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the committed records of a topic between two sets of offsets. */
final class RawRange {
  private static final Duration WAIT = Duration.ofMillis(200);

  private RawRange() {}

  /** Passes the records in {@code [from, to)}, in order within each partition. */
  static void forEach(
      Map<String, String> client,
      String topic,
      List<Long> from,
      List<Long> to,
      Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Map<TopicPartition, Long> open = new HashMap<>();
    for (int p = 0; p < to.size(); p++) {
      if (from.get(p) < to.get(p)) {
        open.put(new TopicPartition(topic, p), to.get(p));
      }
    }
    if (open.isEmpty()) {
      return;
    }
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("allow.auto.create.topics", "false");
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", "false");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(open.keySet());
      open.keySet().forEach(partition -> consumer.seek(partition, from.get(partition.partition())));
      while (!open.isEmpty()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT)) {
          if (record.offset() < to.get(record.partition())) {
            reader.accept(record);
          }
        }
        open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        consumer.assign(open.keySet());
      }
    }
  }
}
