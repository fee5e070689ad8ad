package dev.storywire.faults;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Watches the results of raw records, and records those with two results. */
final class ResultReader implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Set<String> withResult = new HashSet<>();
  private final List<String> duplicates = new ArrayList<>();

  ResultReader(Map<String, String> client, String prefix) {
    Map<String, Object> settings = new TreeMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("reconnect.backoff.max.ms", "500");
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        Stream.of(Topic.ARTICLES, Topic.DEAD_LETTERS)
            .flatMap(topic -> consumer.partitionsFor(topic.name(prefix)).stream())
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads results for the given time. */
  void watch(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      consumer.poll(Duration.ofNanos(Math.min(left, 200_000_000))).forEach(this::take);
    }
  }

  /**
   * Reads until {@code expected} records have a result. Returns false if the time is over first.
   */
  boolean await(int expected, Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    while (withResult.size() < expected && System.nanoTime() < until) {
      watch(Duration.ofMillis(200));
    }
    return withResult.size() >= expected;
  }

  int count() {
    return withResult.size();
  }

  /** Returns the raw records with more than one result. */
  List<String> duplicates() {
    return duplicates;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    String header =
        record.topic().endsWith(Topic.DEAD_LETTERS.name(""))
            ? DeadLetterHeaders.ORIGIN
            : ArticleVerdict.RAW_HEADER;
    Header origin = record.headers().lastHeader(header);
    if (origin != null) {
      String position = new String(origin.value(), StandardCharsets.UTF_8);
      if (!withResult.add(position)) {
        duplicates.add(position);
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
