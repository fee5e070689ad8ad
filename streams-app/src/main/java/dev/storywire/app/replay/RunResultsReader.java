package dev.storywire.app.replay;

import dev.storywire.replay.compare.RunResults;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the results of a run from its topics: all records that are committed at the time. */
final class RunResultsReader {
  private static final Deserializer<ArticleVerdict> VERDICT =
      new JsonSerde<>(ArticleVerdict.class).deserializer();
  private static final Deserializer<StoryEvent> EVENT =
      new JsonSerde<>(StoryEvent.class).deserializer();

  private RunResultsReader() {}

  /** Reads the results of the run with a topic prefix. */
  static RunResults read(Map<String, String> client, String prefix) {
    RunResults outcome = new RunResults();
    TopicReader.forEach(
        client,
        Topic.STORY_EVENTS.name(prefix),
        record -> outcome.apply(EVENT.deserialize(record.topic(), record.value())));
    TopicReader.forEach(
        client, Topic.ARTICLES.name(prefix), record -> applyVerdict(record, outcome));
    TopicReader.forEach(
        client, Topic.DEAD_LETTERS.name(prefix), record -> applyRefusal(record, outcome));
    return outcome;
  }

  private static void applyVerdict(ConsumerRecord<String, byte[]> record, RunResults outcome) {
    ArticleVerdict verdict = VERDICT.deserialize(record.topic(), record.value());
    if (verdict != null) {
      outcome.apply(verdict);
    }
  }

  private static void applyRefusal(ConsumerRecord<String, byte[]> record, RunResults outcome) {
    if (record.key() != null && !record.key().isEmpty()) {
      byte[] code = record.headers().lastHeader(DeadLetterHeaders.CODE).value();
      outcome.refused(record.key(), new String(code, StandardCharsets.UTF_8));
    }
  }
}
