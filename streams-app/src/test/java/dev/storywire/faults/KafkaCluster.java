package dev.storywire.faults;

import java.util.Map;

/** The brokers of a test. */
interface KafkaCluster {
  String bootstrapServers();

  /** Returns the settings for Kafka clients. */
  default Map<String, String> client() {
    return Map.of("bootstrap.servers", bootstrapServers());
  }
}
