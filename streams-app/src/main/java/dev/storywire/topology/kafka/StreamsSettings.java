package dev.storywire.topology.kafka;

import dev.storywire.schemas.Topic;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;

/** How Kafka Streams is set up, and why. */
public final class StreamsSettings {
  /**
   * Time between transactions of a task that is behind; one that is level requests its commits.
   * Long enough for a transaction of hundreds of articles, short against what a restart repeats.
   */
  private static final int CATCH_UP_COMMIT_MILLIS = 500;

  private StreamsSettings() {}

  /**
   * Settings of one instance.
   *
   * @param bootstrapServers brokers to start from
   * @param applicationId names the consumer group, the changelogs and the transactions
   * @param prefix of the topic names
   * @param threads stream threads
   * @param commitMillis time between transactions: what a verdict waits at most, per hop
   * @param standbys further instances that keep a lane's stores warm
   * @param replicationFactor copies of each changelog
   * @param stateDir where the stores are
   * @param server host:port by which other instances find this one
   * @param extra client settings of the operator's, e.g. for security
   */
  public record Instance(
      String bootstrapServers,
      String applicationId,
      String prefix,
      int threads,
      int commitMillis,
      int standbys,
      int replicationFactor,
      Path stateDir,
      String server,
      Map<String, String> extra) {}

  /** Kafka Streams' own properties for an instance. */
  public static Properties of(Instance instance) {
    Properties p = new Properties();
    p.putAll(instance.extra());
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, instance.applicationId());
    p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, instance.bootstrapServers());
    p.put(StreamsConfig.APPLICATION_SERVER_CONFIG, instance.server());
    p.put(StreamsConfig.STATE_DIR_CONFIG, instance.stateDir().toString());
    p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, instance.threads());
    p.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, instance.standbys());
    p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, instance.replicationFactor());
    p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    p.put(
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        Math.max(instance.commitMillis(), CATCH_UP_COMMIT_MILLIS));
    // an internal topic must never be named after its number in the topology
    p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    p.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    p.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    p.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, RefuseTooLarge.class);
    p.put(RefuseTooLarge.DEAD_LETTERS, Topic.DEAD_LETTERS.name(instance.prefix()));
    p.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, EventTimeExtractor.class);

    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    // a fetch answers as soon as there is a record, and brings at most what is worked off in a poll
    p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 500);
    // a killed instance's lanes move on after this; a paused one comes back within it
    p.putIfAbsent(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
    p.putIfAbsent(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);

    // while a transaction ends the broker turns the next one's first batch away for a moment; with
    // one request under way nothing is behind it that would then come out of order
    p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
    // Streams waits 100 ms by default; latency counts twice here, for the two hops
    p.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    p.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topic.MAX_RECORD_BYTES);
    p.put(
        StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG),
        2L * Topic.MAX_RECORD_BYTES);
    // an open transaction of a killed instance holds its readers up until this is over
    p.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
    p.put(StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), minIsr(instance));
    return p;
  }

  private static int minIsr(Instance instance) {
    return instance.replicationFactor() >= 3 ? 2 : 1;
  }
}
