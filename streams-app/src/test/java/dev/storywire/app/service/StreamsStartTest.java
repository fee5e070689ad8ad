package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsStartTest {
  private static final class Nothing extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
    @Override
    public void process(Record<byte[], byte[]> ignored) {}
  }

  private static Topology topology() {
    Topology topology = new Topology();
    topology.addSource("source", "input").addProcessor("processor", Nothing::new, "source");
    return topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore("kept"), Serdes.ByteArray(), Serdes.ByteArray()),
        "processor");
  }

  private static Supplier<KafkaStreams> clients(Path directory) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "damaged");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    return () -> new KafkaStreams(topology(), settings);
  }

  /** Writes what is left of a store if its deletion was interrupted. */
  private static Path damagedStore(Path directory) throws IOException {
    Path store = directory.resolve("damaged/0_0/rocksdb/kept");
    Files.createDirectories(store);
    return Files.writeString(store.resolve("CURRENT"), "MANIFEST-000005\n");
  }

  @Test
  void deletesStateThatCannotBeOpened(@TempDir Path directory) throws IOException {
    Path left = damagedStore(directory);
    try (KafkaStreams streams =
        StreamsStart.start(
            clients(directory), e -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT)) {
      assertThat(streams.state()).isEqualTo(KafkaStreams.State.REBALANCING);
      assertThat(left).doesNotExist();
    }
  }
}
