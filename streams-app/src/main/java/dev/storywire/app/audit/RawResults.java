package dev.storywire.app.audit;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.TopicReader;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Counts the results of raw records: verdicts and dead letters. Not thread-safe. */
public final class RawResults implements AutoCloseable {
  private static final Deserializer<ArticleVerdict> VERDICT =
      new JsonSerde<>(ArticleVerdict.class).deserializer();

  private final TopicReader<String> reader;
  private final Set<String> members = new HashSet<>();
  private long verdicts;
  private long deadLetters;

  /** Counts the results from now on. */
  public RawResults(Map<?, ?> client, String prefix) {
    this(client, prefix, false);
  }

  private RawResults(Map<?, ?> client, String prefix, boolean fromBeginning) {
    this.reader = TopicReader.ofTextKeys(client);
    List<String> topics = List.of(Topic.ARTICLES.name(prefix), Topic.DEAD_LETTERS.name(prefix));
    reader.seek(fromBeginning ? reader.beginnings(topics) : reader.ends(topics));
  }

  /** Counts all results, from the beginning of the topics. */
  public static RawResults fromBeginning(Map<?, ?> client, String prefix) {
    return new RawResults(client, prefix, true);
  }

  /** Waits for {@code expected} results. Returns false if they did not arrive in time. */
  public boolean await(long expected, Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    while (verdicts + deadLetters < expected && System.nanoTime() < until) {
      for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(200))) {
        count(record);
      }
    }
    return verdicts + deadLetters >= expected;
  }

  /** Returns the number of verdicts so far that are the result of a raw record. */
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
    reader.close();
  }
}
