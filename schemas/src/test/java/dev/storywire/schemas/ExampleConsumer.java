package dev.storywire.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The example consumer of {@code docs/contract.md}, verbatim. */
final class ExampleConsumer {
  private ExampleConsumer() {}

  static Consumer<String, Story> subscribe(String brokers) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", brokers);
    settings.put("group.id", "my-newsroom-" + UUID.randomUUID()); // the map starts empty
    settings.put("enable.auto.commit", "false");
    settings.put("isolation.level", "read_committed"); // committed results only
    settings.put("auto.offset.reset", "earliest"); // the topic is compacted
    Consumer<String, Story> consumer =
        new KafkaConsumer<>(
            settings, new StringDeserializer(), new JsonSerde<>(Story.class).deserializer());
    consumer.subscribe(List.of(Topic.STORIES.name(Topic.DEFAULT_PREFIX)));
    return consumer;
  }

  static void update(Map<String, Story> stories, Consumer<String, Story> consumer) {
    for (ConsumerRecord<String, Story> record : consumer.poll(Duration.ofSeconds(1))) {
      if (record.value() == null) {
        stories.remove(record.key()); // retired
      } else {
        stories.put(record.key(), record.value());
      }
    }
  }
}
