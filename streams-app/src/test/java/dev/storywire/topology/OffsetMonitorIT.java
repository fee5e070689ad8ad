package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.broker.EmbeddedBroker;
import dev.storywire.schemas.Topic;
import dev.storywire.story.prepare.LaneRule;
import dev.storywire.story.state.LaneSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OffsetMonitorIT {
  private static final FlowSettings FLOW =
      new FlowSettings(
          "",
          1,
          2,
          LaneRule.parse("language"),
          LaneSettings.defaults(),
          Duration.ofMillis(50),
          Duration.ofMillis(25),
          1);
  private static final String PREPARED = Topic.PREPARED.name("");

  @TempDir static Path directory;

  @Test
  void countsUnreadRecordsOfRawAndLanePartitions() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (Admin admin = Admin.create(client)) {
        admin
            .createTopics(List.of(topic(Topic.RAW.name(""), 1), topic(PREPARED, 2)))
            .all()
            .get(1, TimeUnit.MINUTES);
        try (OffsetMonitor ends = new OffsetMonitor(admin, "service", FLOW, Clock.systemUTC())) {
          await(() -> ends.lag() == 0);
          send(client, Topic.RAW.name(""), 0, 3);
          send(client, PREPARED, 0, 2_000);
          send(client, PREPARED, 1, 1_500);
          await(() -> ends.lag() == 3_503);
          assertThat(ends.isLaneBehind()).isFalse();

          send(client, PREPARED, 1, 501);
          await(() -> ends.isLaneBehind());
          assertThat(ends.lag()).isEqualTo(4_004);

          admin
              .alterConsumerGroupOffsets(
                  "service",
                  Map.of(
                      new TopicPartition(PREPARED, 0), new OffsetAndMetadata(2_000),
                      new TopicPartition(PREPARED, 1), new OffsetAndMetadata(1)))
              .all()
              .get(1, TimeUnit.MINUTES);
          await(() -> ends.lag() == 2_003);
          assertThat(ends.isLaneBehind()).isFalse();
        }
      }
    }
  }

  private static NewTopic topic(String name, int partitions) {
    return new NewTopic(name, Optional.of(partitions), Optional.empty());
  }

  private static void send(Map<String, Object> client, String topic, int partition, int records) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < records; i++) {
        var unused = producer.send(new ProducerRecord<>(topic, partition, null, new byte[1]));
      }
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(20);
    }
  }
}
