package dev.storywire.topology.kafka;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/** The clients of Kafka Streams, with main consumers that pause a topic on demand. */
public final class PacedClients extends DefaultKafkaClientSupplier {
  private final String topic;
  private final BooleanSupplier isPaused;

  /**
   * Creates a supplier.
   *
   * @param topic the topic that is not read while {@code isPaused} is true
   */
  public PacedClients(String topic, BooleanSupplier isPaused) {
    this.topic = topic;
    this.isPaused = isPaused;
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
    return new PacedConsumer(settings, topic, isPaused);
  }
}
