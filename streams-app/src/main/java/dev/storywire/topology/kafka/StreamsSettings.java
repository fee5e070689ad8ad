package dev.storywire.topology.kafka;

import dev.storywire.schemas.Topic;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;

/** The configuration of Kafka Streams. */
public final class StreamsSettings {
  /**
   * Time between transactions of a task that is behind; other tasks request their commits. Long
   * enough for a transaction of hundreds of articles, and short compared with a restart.
   */
  private static final int CATCH_UP_COMMIT_MILLIS = 500;

  /** A producer batch of a few dozen articles. The broker validates and appends it as a whole. */
  private static final int BATCH_BYTES = 64 * 1024;

  /** A fetch of some 150 articles from a partition. A larger record is fetched, too. */
  private static final int FETCH_BYTES = 64 * 1024;

  /** Time for which the service waits for brokers. By default, it would stop after five minutes. */
  private static final long TASK_TIMEOUT_MILLIS = Duration.ofDays(365).toMillis();

  private StreamsSettings() {}

  /**
   * The settings of an instance.
   *
   * @param bootstrapServers brokers to connect to first
   * @param applicationId consumer group, and prefix of changelogs and transactional ids
   * @param prefix prefix of the topic names
   * @param threads stream threads
   * @param commitMillis time between transactions: the longest delay of a verdict per hop
   * @param standbys number of standby replicas of the stores
   * @param replicationFactor replicas of each changelog
   * @param stateDir directory of the stores
   * @param server host:port at which other instances reach this one
   * @param extra additional client settings, e.g. for security
   */
  @RecordBuilder
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

  /** Returns the properties of Kafka Streams for an instance. */
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
    p.putIfAbsent(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, TASK_TIMEOUT_MILLIS);
    // names of internal topics must not depend on the structure of the topology
    p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    p.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    p.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    p.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, RefuseTooLarge.class);
    p.put(RefuseTooLarge.DEAD_LETTERS, Topic.DEAD_LETTERS.name(instance.prefix()));
    p.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, EventTimeExtractor.class);

    p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    // a fetch returns as soon as there is a record, and at most the records of one poll
    p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 500);
    // the records of one fetch are processed before those of the next partition, and an article is
    // decided when every raw partition has been read past it: small fetches keep them in step
    p.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        FETCH_BYTES);
    // after this time the lanes of a killed instance move to others; a shorter pause has no effect
    p.putIfAbsent(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
    p.putIfAbsent(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);

    // the broker may refuse the first batch of a transaction until the previous one has ended; with
    // a single request in flight the retry cannot change the order
    p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
    // readers see a record when its transaction is committed, and a commit sends the batches that
    // wait: earlier sends make more and smaller batches and no result visible sooner
    p.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), CATCH_UP_COMMIT_MILLIS);
    p.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    p.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topic.MAX_RECORD_BYTES);
    p.put(
        StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG),
        2L * Topic.MAX_RECORD_BYTES);
    // an open transaction of a killed instance blocks its readers for this time
    p.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
    p.put(StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), minIsr(instance));
    return p;
  }

  private static int minIsr(Instance instance) {
    return instance.replicationFactor() >= 3 ? 2 : 1;
  }
}
