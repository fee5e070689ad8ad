package dev.storywire.app.audit;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.Topic;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Counts the results of raw records: verdicts and dead letters. Not thread-safe. */
public final class Outcomes implements AutoCloseable {
  private static final Deserializer<ArticleVerdict> VERDICT =
      new JsonSerde<>(ArticleVerdict.class).deserializer();

  private final KafkaConsumer<String, byte[]> consumer;
  private final Set<String> members = new HashSet<>();
  private long verdicts;
  private long deadLetters;

  /** Counts the results from now on. */
  public Outcomes(Properties client, String prefix) {
    this(client, prefix, false);
  }

  private Outcomes(Properties client, String prefix, boolean fromBeginning) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    this.consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        Stream.of(Topic.ARTICLES, Topic.DEAD_LETTERS)
            .flatMap(topic -> consumer.partitionsFor(topic.name(prefix)).stream())
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    if (fromBeginning) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
    }
    partitions.forEach(consumer::position); // seeks are lazy: fix the position now
  }

  /** Counts all results, from the beginning of the topics. */
  public static Outcomes fromBeginning(Properties client, String prefix) {
    return new Outcomes(client, prefix, true);
  }

  /** Waits for {@code expected} results. Returns false if they did not arrive in time. */
  public boolean await(long expected, Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    while (verdicts + deadLetters < expected && System.nanoTime() < until) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        count(record);
      }
    }
    return verdicts + deadLetters >= expected;
  }

  /** Returns the number of verdicts that answer a raw record, so far. */
  public long verdicts() {
    return verdicts;
  }

  /** Returns the number of dead letters so far. */
  public long deadLetters() {
    return deadLetters;
  }

  /** Returns the number of articles that are in a story, by the verdicts so far. */
  public long members() {
    return members.size();
  }

  private void count(ConsumerRecord<String, byte[]> record) {
    if (record.topic().endsWith(Topic.DEAD_LETTERS.name(""))) {
      deadLetters++;
      return;
    }
    verdicts += record.headers().lastHeader(ArticleVerdict.RAW_HEADER) == null ? 0 : 1;
    ArticleVerdict verdict = VERDICT.deserialize(record.topic(), record.value());
    if (verdict != null && verdict.storyId() != null) {
      members.add(record.key());
    } else {
      members.remove(record.key());
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
