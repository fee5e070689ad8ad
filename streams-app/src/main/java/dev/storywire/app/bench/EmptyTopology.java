package dev.storywire.app.bench;

import dev.storywire.app.settings.Settings;
import dev.storywire.topology.kafka.StreamsSettings;
import dev.storywire.topology.kafka.StreamsSettingsInstanceBuilder;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** A topology that copies its records and does nothing else, with the settings of the service. */
final class EmptyTopology {
  private EmptyTopology() {}

  static KafkaStreams of(Settings settings, String from, String to) {
    Topology topology = new Topology();
    topology
        .addSource("from", new ByteArrayDeserializer(), new ByteArrayDeserializer(), from)
        .addSink("to", to, new ByteArraySerializer(), new ByteArraySerializer(), "from");
    Properties properties =
        StreamsSettings.of(
            StreamsSettingsInstanceBuilder.builder()
                .bootstrapServers(settings.text(Settings.BOOTSTRAP_SERVERS))
                .applicationId("empty-" + settings.applicationId())
                .prefix(settings.text(Settings.PREFIX))
                .threads(settings.number(Settings.THREADS))
                .commitMillis(settings.number(Settings.COMMIT_MS))
                .standbys(0)
                .replicationFactor(1)
                .stateDir(settings.dataDir().resolve("empty"))
                .server("localhost:0")
                .extra(settings.kafka())
                .build());
    return new KafkaStreams(topology, properties);
  }
}
