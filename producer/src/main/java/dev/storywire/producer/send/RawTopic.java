package dev.storywire.producer.send;

import dev.storywire.schemas.JsonSerde;
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
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends items to the raw topic, keyed by uri: each once (idempotent producer), and receipted when
 * all in-sync replicas have it.
 */
public final class RawTopic implements Outlet {
  /** Left for what the broker adds to key and value. */
  private static final int RECORD_OVERHEAD = 1024;

  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final Serializer<NewsItem> serializer = new JsonSerde<>(NewsItem.class).serializer();
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
    config.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "storywire-ingest");
    return new RawTopic(
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()),
        Topic.RAW.name(prefix));
  }

  @Override
  public void send(NewsItem item, Instant time, Receipt receipt) {
    throwFailure();
    byte[] key = item.uri().getBytes(StandardCharsets.UTF_8);
    byte[] value = serializer.serialize(topic, item);
    int size = key.length + value.length + RECORD_OVERHEAD;
    if (size > Topic.MAX_RECORD_BYTES) {
      receipt.done(tooLarge(size));
      return;
    }
    // Kafka's times begin in 1970
    long timestamp = Math.max(0, time.toEpochMilli());
    try {
      // what became of it, the callback hears
      var unused =
          producer.send(
              new ProducerRecord<>(topic, null, timestamp, key, value),
              (metadata, error) -> acknowledged(error, size, receipt));
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  private void acknowledged(@Nullable Exception error, int size, Receipt receipt) {
    if (error == null) {
      receipt.done(null);
    } else if (error instanceof RecordTooLargeException) {
      receipt.done(tooLarge(size));
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

  private static Refusal tooLarge(int size) {
    return new Refusal(
        "too-large",
        "the item takes " + size + " bytes; at most " + Topic.MAX_RECORD_BYTES + " fit a record");
  }
}
