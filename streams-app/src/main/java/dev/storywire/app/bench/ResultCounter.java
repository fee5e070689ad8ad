package dev.storywire.app.bench;

import dev.storywire.schemas.ArticleVerdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads committed results as a user's consumer does. Used by one thread. */
final class ResultCounter implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;

  /** Reads topics from their present ends, or from the beginning. */
  ResultCounter(Map<String, String> client, List<String> topics, boolean fromBeginning) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    this.consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    if (fromBeginning) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
    }
    partitions.forEach(consumer::position);
  }

  /** Passes on what arrives within a time. */
  void poll(Duration time, Consumer<ConsumerRecord<String, byte[]>> reader) {
    consumer.poll(time).forEach(reader);
  }

  /** Returns true if the record is the result of a raw record, not a later change. */
  static boolean isResult(ConsumerRecord<String, byte[]> record) {
    return !record.topic().endsWith("articles")
        || record.headers().lastHeader(ArticleVerdict.RAW_HEADER) != null;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
