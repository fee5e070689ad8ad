package dev.storywire.app.bench;

import dev.storywire.app.settings.Settings;
import dev.storywire.topology.kafka.StreamsSettings;
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
            new StreamsSettings.Instance(
                settings.text(Settings.BOOTSTRAP_SERVERS),
                "empty-" + settings.applicationId(),
                settings.text(Settings.PREFIX),
                settings.number(Settings.THREADS),
                settings.number(Settings.COMMIT_MS),
                0,
                1,
                settings.dataDir().resolve("empty"),
                "localhost:0",
                settings.kafka()));
    return new KafkaStreams(topology, properties);
  }
}
