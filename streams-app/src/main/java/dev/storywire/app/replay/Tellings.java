package dev.storywire.app.replay;

import dev.storywire.app.broker.TopicReader;
import dev.storywire.replay.Telling;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what a run told from its topics: all that is committed at the time. */
final class Tellings {
  private static final Deserializer<ArticleVerdict> VERDICT =
      new JsonSerde<>(ArticleVerdict.class).deserializer();
  private static final Deserializer<StoryEvent> EVENT =
      new JsonSerde<>(StoryEvent.class).deserializer();

  private Tellings() {}

  /** What is told under a prefix. */
  static Telling read(Map<String, String> client, String prefix) {
    Telling telling = new Telling();
    TopicReader.forEach(
        client,
        Topic.STORY_EVENTS.name(prefix),
        record -> telling.event(EVENT.deserialize(record.topic(), record.value())));
    TopicReader.forEach(client, Topic.ARTICLES.name(prefix), record -> verdict(record, telling));
    TopicReader.forEach(
        client, Topic.DEAD_LETTERS.name(prefix), record -> refused(record, telling));
    return telling;
  }

  private static void verdict(ConsumerRecord<String, byte[]> record, Telling telling) {
    ArticleVerdict verdict = VERDICT.deserialize(record.topic(), record.value());
    if (verdict != null) {
      telling.verdict(verdict);
    }
  }

  private static void refused(ConsumerRecord<String, byte[]> record, Telling telling) {
    if (record.key() != null && !record.key().isEmpty()) {
      byte[] code = record.headers().lastHeader(DeadLetterHeaders.CODE).value();
      telling.refused(record.key(), new String(code, StandardCharsets.UTF_8));
    }
  }
}
