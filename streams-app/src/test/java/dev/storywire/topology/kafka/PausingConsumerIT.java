package dev.storywire.topology.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PausingConsumerIT {
  private static final TopicPartition RAW = new TopicPartition("raw", 0);
  private static final TopicPartition LANES = new TopicPartition("lanes", 0);

  @TempDir static Path directory;

  private final Map<String, Integer> read = new TreeMap<>();

  @Test
  void doesNotReadThePausedTopicAndLosesNothing() throws Exception {
    AtomicBoolean pause = new AtomicBoolean(true);
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
      createTopics(client);
      send(client, 20);
      Map<String, Object> settings = new TreeMap<>(client);
      settings.put("auto.offset.reset", "earliest");
      settings.put("enable.auto.commit", false);
      try (PausingConsumer consumer = new PausingConsumer(settings, "raw", pause::get)) {
        consumer.assign(List.of(RAW, LANES));
        poll(consumer, "lanes", 20);
        poll(consumer);
        assertThat(read).containsOnly(Map.entry("lanes", 20));
        assertThat(consumer.paused()).isEmpty();

        pause.set(false);
        poll(consumer, "raw", 20);

        // what Kafka Streams has paused stays paused
        pause.set(true);
        consumer.pause(List.of(RAW));
        poll(consumer);
        assertThat(consumer.paused()).containsExactly(RAW);
        pause.set(false);
        send(client, 1);
        poll(consumer, "lanes", 21);
        poll(consumer);
        assertThat(read).containsEntry("raw", 20);
        consumer.resume(List.of(RAW));
        poll(consumer, "raw", 21);
      }
    }
  }

  private static void createTopics(Map<String, Object> client) throws Exception {
    try (Admin admin = Admin.create(client)) {
      admin
          .createTopics(
              Stream.of(RAW, LANES)
                  .map(p -> new NewTopic(p.topic(), Optional.of(1), Optional.empty()))
                  .toList())
          .all()
          .get(1, TimeUnit.MINUTES);
    }
  }

  private static void send(Map<String, Object> client, int records) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < records; i++) {
        for (TopicPartition partition : List.of(RAW, LANES)) {
          var unused =
              producer.send(new ProducerRecord<>(partition.topic(), 0, null, new byte[10]));
        }
      }
    }
  }

  private void poll(PausingConsumer consumer, String topic, int expected) {
    while (read.getOrDefault(topic, 0) < expected) {
      poll(consumer);
    }
  }

  private void poll(PausingConsumer consumer) {
    consumer
        .poll(Duration.ofMillis(500))
        .forEach(record -> read.merge(record.topic(), 1, Integer::sum));
  }
}
