package dev.storywire.app.service;

import dev.storywire.serve.query.NotReadyException;
import dev.storywire.topology.kafka.TopicReader;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;

/** Reads ranges of a topic for requests: few at a time, each with a consumer and a time limit. */
final class BoundedReads {
  private static final String MAX_FETCH_BYTES = Integer.toString(256 * 1024);
  private static final String TIMEOUT_MILLIS = "5000";
  private static final int MAX_CONCURRENT_READS = 4;
  private static final AtomicInteger CLIENTS = new AtomicInteger();
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Semaphore free = new Semaphore(MAX_CONCURRENT_READS);
  private final Supplier<TopicReader<String>> connect;

  BoundedReads(Supplier<TopicReader<String>> connect) {
    this.connect = connect;
  }

  /** Returns the settings of a consumer with small fetches and short timeouts. */
  static Properties settings(Properties client, String name) {
    Properties small = new Properties();
    small.putAll(client);
    small.put(
        ConsumerConfig.CLIENT_ID_CONFIG, "storywire-" + name + "-" + CLIENTS.incrementAndGet());
    small.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MAX_FETCH_BYTES);
    small.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_FETCH_BYTES);
    small.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    small.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    return small;
  }

  /**
   * Runs a read with a consumer.
   *
   * @throws NotReadyException if too many others read, or the broker does not answer
   */
  <T> T read(Function<Range, T> read) {
    if (!free.tryAcquire()) {
      throw new NotReadyException("Others are reading the topic; try again in a moment.");
    }
    try (TopicReader<String> reader = connect.get()) {
      return read.apply(new Range(reader));
    } catch (AuthorizationException e) {
      throw new NotReadyException("The service may not read the topic: " + e.getMessage());
    } catch (KafkaException e) {
      throw new NotReadyException("The broker does not answer: " + e.getMessage());
    } finally {
      free.release();
    }
  }

  /** Reads ranges with one consumer, within the time limit. */
  static final class Range {
    private final TopicReader<String> reader;
    private final long start = System.nanoTime();

    private Range(TopicReader<String> reader) {
      this.reader = reader;
    }

    TopicReader<String> reader() {
      return reader;
    }

    /** Returns the time since the beginning. */
    Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Passes the committed records of {@code [from, to)} of a partition, in order. */
    void read(
        TopicPartition partition,
        long from,
        long to,
        Consumer<ConsumerRecord<String, byte[]>> action) {
      reader.seek(Map.of(partition, from));
      while (from < to && !reader.hasReached(Map.of(partition, to))) {
        if (elapsed().compareTo(TIMEOUT) > 0) {
          throw new NotReadyException("The broker does not answer in time.");
        }
        for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
          if (record.offset() < to) {
            action.accept(record);
          }
        }
      }
    }
  }
}
