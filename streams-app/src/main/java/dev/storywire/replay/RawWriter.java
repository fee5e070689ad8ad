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
 * Writes raw records to the topic of a replay. Each batch and the position after it are written in
 * one transaction, so that no record is copied twice after a crash. A second process with the same
 * name fences the first one.
 */
final class RawWriter implements AutoCloseable {
  /** Suffix of the transactional id, after the application id and a hyphen. */
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

  /** Copies records in this order, and writes the position after them. */
  void copy(List<HistoryRecord> records, ProducerRecord<byte[], byte[]> position) {
    producer.beginTransaction();
    for (HistoryRecord record : records) {
      // a record without a key must always go to the same partition
      Integer partition = record.key() == null ? 0 : null;
      send(
          new ProducerRecord<>(
              raw, partition, record.timestamp(), record.key(), record.value(), record.headers()));
    }
    send(position);
    producer.commitTransaction();
  }

  /** Writes an entry of the log without records. */
  void writeEntry(ProducerRecord<byte[], byte[]> entry) {
    copy(List.of(), entry);
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    // an error here fails the commit
    var unused = producer.send(record);
  }

  @Override
  public void close() {
    producer.close();
  }
}
