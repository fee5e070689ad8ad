package dev.storywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.Requires;
import dev.storywire.app.audit.RawResults;
import dev.storywire.app.client.ServiceClient;
import dev.storywire.app.demo.Player;
import dev.storywire.app.demo.SampleDay;
import dev.storywire.app.service.StorywireService;
import dev.storywire.app.settings.Settings;
import dev.storywire.producer.send.ItemWriter;
import dev.storywire.producer.send.RawTopicWriter;
import dev.storywire.schemas.Topic;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.kafka.KafkaContainer;

/** Runs the whole service with a broker in a container; needs Docker. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ContainerBrokerIT {
  @TempDir static Path data;
  private static KafkaContainer broker;

  @BeforeAll
  static void startBroker() {
    Requires.docker();
    broker = new KafkaContainer("apache/kafka:4.3.1");
    broker.start();
  }

  @AfterAll
  static void stopBroker() {
    if (broker != null) {
      broker.stop();
    }
  }

  @Test
  void everyItemOfTheSampleDayGetsAVerdict() throws Exception {
    String servers = broker.getBootstrapServers();
    Settings settings =
        Settings.of(
            Map.of(
                Settings.BOOTSTRAP_SERVERS,
                servers,
                Settings.DATA_DIR,
                data.toString(),
                Settings.HTTP_PORT,
                "0"),
            Map.of(),
            Map.of());
    Properties client = new Properties();
    client.put("bootstrap.servers", servers);
    List<SampleDay.Sent> items = SampleDay.wire();
    try (StorywireService service = StorywireService.start(settings);
        RawResults results = new RawResults(client, Topic.DEFAULT_PREFIX);
        ItemWriter raw = RawTopicWriter.connect(servers, Topic.DEFAULT_PREFIX, Map.of())) {
      new Player(raw, Player.AS_FAST_AS_POSSIBLE, Clock.systemUTC()).play(items);

      assertThat(results.await(items.size(), Duration.ofMinutes(2))).isTrue();
      assertThat(results.verdicts()).isEqualTo(items.size());
      assertThat(results.deadLetters()).isZero();
      ServiceClient page = new ServiceClient("http://127.0.0.1:" + service.port());
      assertThat(page.send("/health/ready", "application/json").statusCode()).isEqualTo(200);
    }
  }
}
