package dev.storywire.producer.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.schemas.Edit;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes edits to the raw topic, one at a time. */
public final class EditWriter implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final Producer<byte[], byte[]> producer;
  private final String topic;

  /** Takes ownership of a producer. */
  public EditWriter(Producer<byte[], byte[]> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  /**
   * Connects to the raw topic with a topic prefix.
   *
   * @param settings producer settings, e.g. brokers and security
   */
  public static EditWriter connect(String prefix, Map<String, String> settings) {
    Map<String, Object> config = new HashMap<>(settings);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    config.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "storywire-edit");
    return new EditWriter(
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()),
        Topic.RAW.name(prefix));
  }

  /** Encodes an edit as the value of its record. */
  public static byte[] encode(Edit edit) {
    try {
      return Json.mapper().writeValueAsBytes(edit);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("An edit cannot be written as JSON", e);
    }
  }

  /**
   * Writes an edit and waits until the brokers have it.
   *
   * @param time the time of the edit
   * @throws DeliveryException if they do not accept it
   */
  public void send(Edit edit, Instant time) throws InterruptedException {
    byte[] type = Edit.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            null,
            time.toEpochMilli(),
            edit.id().getBytes(StandardCharsets.UTF_8),
            encode(edit),
            List.of(new RecordHeader(Edit.HEADER, type)));
    try {
      producer.send(record).get();
    } catch (ExecutionException | KafkaException e) {
      throw new DeliveryException("cannot write to topic " + topic + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(10));
  }
}
