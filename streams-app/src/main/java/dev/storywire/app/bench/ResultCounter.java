package dev.storywire.app.bench;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.topology.kafka.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads committed results as a user's consumer does. Used by one thread. */
final class ResultCounter implements AutoCloseable {
  private final TopicReader<String> reader;

  /** Reads topics from their current ends, or from the beginning. */
  ResultCounter(Map<String, String> client, List<String> topics, boolean fromBeginning) {
    this.reader = TopicReader.ofTextKeys(client);
    reader.seek(fromBeginning ? reader.beginnings(topics) : reader.ends(topics));
  }

  /** Passes the records that arrive within a time. */
  void poll(Duration time, Consumer<ConsumerRecord<String, byte[]>> action) {
    reader.poll(time).forEach(action);
  }

  /** Returns true if the record is the result of a raw record, not a later change. */
  static boolean isResult(ConsumerRecord<String, byte[]> record) {
    return !record.topic().endsWith("articles")
        || record.headers().lastHeader(ArticleVerdict.RAW_HEADER) != null;
  }

  @Override
  public void close() {
    reader.close();
  }
}
