package dev.storywire.producer.send;

import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import dev.storywire.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends items to the raw topic, keyed by uri: each once (idempotent producer), and receipted when
 * all in-sync replicas have it.
 */
public final class RawTopic implements Outlet {
  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  RawTopic(Producer<byte[], byte[]> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  /**
   * An outlet to the raw topic under {@code prefix}.
   *
   * @param settings added to the producer's own, e.g. for security; acks and idempotence stay
   */
  public static RawTopic connect(
      String bootstrapServers, String prefix, Map<String, String> settings) {
    Map<String, Object> config = new HashMap<>(settings);
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    // an import fills batches at once; a live item may wait this long for company
    config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
    config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    // room for several of the largest; a full buffer makes the reader wait
    config.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L * EncodedItem.MAX_BYTES);
    config.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "storywire-ingest");
    return new RawTopic(
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()),
        Topic.RAW.name(prefix));
  }

  @Override
  public void send(NewsItem item, Instant time, Receipt receipt) {
    throwFailure();
    byte[] key = item.uri().getBytes(StandardCharsets.UTF_8);
    EncodedItem value = EncodedItem.of(item);
    if (value.refusal() != null) {
      receipt.done(value.refusal());
      return;
    }
    // Kafka's times begin in 1970
    long timestamp = Math.max(0, time.toEpochMilli());
    try {
      // what became of it, the callback hears
      var unused =
          producer.send(
              new ProducerRecord<>(topic, null, timestamp, key, value.bytes()),
              (metadata, error) -> acknowledged(error, receipt));
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  private void acknowledged(@Nullable Exception error, Receipt receipt) {
    if (error == null) {
      receipt.done(null);
    } else if (error instanceof RecordTooLargeException) {
      receipt.done(
          new Refusal("too-large", "the broker finds it too large: " + error.getMessage()));
    } else if (error instanceof InvalidTimestampException) {
      receipt.done(
          new Refusal("bad-time", "the topic takes no record of that time: " + error.getMessage()));
    } else {
      failure.compareAndSet(null, error);
    }
  }

  @Override
  public void flush() {
    producer.flush();
    throwFailure();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(30));
  }

  private void throwFailure() {
    Exception error = failure.get();
    if (error != null) {
      throw unreachable(error);
    }
  }

  private OutletException unreachable(Exception error) {
    return new OutletException("cannot write to topic " + topic + ": " + error.getMessage(), error);
  }
}
