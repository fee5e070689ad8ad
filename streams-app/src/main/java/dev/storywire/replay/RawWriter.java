package dev.storywire.replay;

import dev.storywire.schemas.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes raw records under a replay's prefix, each batch in one transaction with the position it
 * leads to: a process killed anywhere goes on where it was, and copies nothing twice. A second
 * process of the same name ends the first one's writing.
 */
final class RawWriter implements AutoCloseable {
  /** What its transactional id ends in, after the application id and a hyphen. */
  static final String TRANSACTION = "copy";

  private final KafkaProducer<byte[], byte[]> producer;
  private final String raw;

  RawWriter(Map<String, String> client, ReplayName name) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name.applicationId() + "-" + TRANSACTION);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * Topic.MAX_RECORD_BYTES);
    this.raw = Topic.RAW.name(name.prefix());
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  /** Copies records, in this order, and notes the position after them. */
  void copy(List<HistoryRecord> records, ProducerRecord<byte[], byte[]> position) {
    producer.beginTransaction();
    for (HistoryRecord record : records) {
      // what has no key could go anywhere, but must go to the same place every time
      Integer partition = record.key() == null ? 0 : null;
      send(
          new ProducerRecord<>(
              raw, partition, record.timestamp(), record.key(), record.value(), record.headers()));
    }
    send(position);
    producer.commitTransaction();
  }

  /** Notes something without records. */
  void note(ProducerRecord<byte[], byte[]> entry) {
    copy(List.of(), entry);
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    // what fails here fails the commit
    var unused = producer.send(record);
  }

  @Override
  public void close() {
    producer.close();
  }
}
