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
 * Sends items to the raw topic, keyed by uri, with an idempotent producer. An item counts as
 * delivered when all in-sync replicas have acknowledged it.
 */
public final class RawTopicWriter implements ItemWriter {
  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  RawTopicWriter(Producer<byte[], byte[]> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  /**
   * Connects to the raw topic with the topic prefix {@code prefix}.
   *
   * @param settings additional producer settings, e.g. for security; they do not change {@code
   *     acks} and idempotence
   */
  public static RawTopicWriter connect(
      String bootstrapServers, String prefix, Map<String, String> settings) {
    Map<String, Object> config = new HashMap<>(settings);
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    // the longest time that a live item waits for a batch; an import fills batches at once
    config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
    config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    // several of the largest items; send blocks while the buffer is full
    config.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L * EncodedItem.MAX_BYTES);
    config.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "storywire-ingest");
    return new RawTopicWriter(
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()),
        Topic.RAW.name(prefix));
  }

  @Override
  public void send(NewsItem item, Instant time, Callback callback) {
    throwFailure();
    byte[] key = item.uri().getBytes(StandardCharsets.UTF_8);
    EncodedItem value = EncodedItem.of(item);
    if (value.refusal() != null) {
      callback.onCompletion(value.refusal());
      return;
    }
    // Kafka's timestamps begin in 1970
    long timestamp = Math.max(0, time.toEpochMilli());
    try {
      // the callback receives the result
      var unused =
          producer.send(
              new ProducerRecord<>(topic, null, timestamp, key, value.bytes()),
              (metadata, error) -> acknowledged(error, callback));
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  private void acknowledged(@Nullable Exception error, Callback callback) {
    if (error == null) {
      callback.onCompletion(null);
    } else if (error instanceof RecordTooLargeException) {
      callback.onCompletion(
          new Refusal(
              "too-large", "the broker refuses the record as too large: " + error.getMessage()));
    } else if (error instanceof InvalidTimestampException) {
      callback.onCompletion(
          new Refusal("bad-date", "the broker refuses the timestamp: " + error.getMessage()));
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

  private DeliveryException unreachable(Exception error) {
    return new DeliveryException(
        "cannot write to topic " + topic + ": " + error.getMessage(), error);
  }
}
