package dev.storywire.app.broker;

import dev.storywire.app.process.OperatorError;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads all partitions of a topic, committed records only, without a consumer group. */
public final class TopicReader implements AutoCloseable {
  private static final Duration WAIT = Duration.ofMillis(500);

  private final Consumer<String, byte[]> consumer;
  private final Map<TopicPartition, Long> ends;

  private TopicReader(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    this.consumer = consumer;
    this.ends = ends;
  }

  /**
   * Opens a topic at its beginning or its end.
   *
   * @throws OperatorError if no broker answers or the topic does not exist
   */
  public static TopicReader open(KafkaOptions kafka, String topic, boolean fromBeginning) {
    kafka.admin().close();
    return open(kafka.clientSettings(), topic, fromBeginning);
  }

  /** Passes all records up to the current end to {@code reader}, in order within a partition. */
  public static void forEach(
      Map<String, String> client,
      String topic,
      java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
    try (TopicReader records = open(client, topic, true)) {
      while (!records.atEnd()) {
        records.poll().forEach(reader);
      }
    }
  }

  private static TopicReader open(Map<String, String> client, String topic, boolean fromBeginning) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("allow.auto.create.topics", "false");
    Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    if (partitions.isEmpty()) {
      consumer.close();
      throw new OperatorError(
          "there is no topic " + topic + ": start the service, or check --prefix");
    }
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    if (fromBeginning) {
      consumer.seekToBeginning(partitions);
    } else {
      ends.forEach(consumer::seek);
    }
    return new TopicReader(consumer, ends);
  }

  /** Returns the next records, or none if none arrived in half a second. */
  public ConsumerRecords<String, byte[]> poll() {
    return consumer.poll(WAIT);
  }

  /** Returns true when all records that existed at opening have been read. */
  public boolean atEnd() {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
