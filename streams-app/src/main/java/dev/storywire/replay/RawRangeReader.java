package dev.storywire.replay;

import dev.storywire.topology.kafka.TopicReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the committed records of a topic between two lists of offsets, by partition. */
final class RawRangeReader {
  private RawRangeReader() {}

  /** Passes the records in {@code [from, to)}, in order within each partition. */
  static void forEach(
      Map<String, String> client,
      String topic,
      List<Long> from,
      List<Long> to,
      Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    if (from.equals(to)) {
      return;
    }
    try (TopicReader<byte[]> records = TopicReader.ofBinaryKeys(client)) {
      records.read(byPartition(topic, from), byPartition(topic, to), reader);
    }
  }

  private static Map<TopicPartition, Long> byPartition(String topic, List<Long> offsets) {
    Map<TopicPartition, Long> byPartition = new HashMap<>();
    for (int p = 0; p < offsets.size(); p++) {
      byPartition.put(new TopicPartition(topic, p), offsets.get(p));
    }
    return byPartition;
  }
}
