package dev.storywire.topology;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the end offsets of the raw partitions from the broker, every {@code interval}; in a lull,
 * half as often. While the broker is unavailable, the last result is used, so that an outage is not
 * mistaken for a lull.
 */
public final class AdminRawEnds implements RawEnds, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AdminRawEnds.class);
  private static final int TIMEOUT_SECONDS = 5;

  private final Admin admin;
  private final String group;
  private final String topic;
  private final Map<TopicPartition, Integer> partitions;
  private final Clock clock;
  private final BrokerSilence silence;
  private final ScheduledExecutorService executor;
  private volatile Ends latest;
  private boolean isLull;

  /**
   * Starts reading.
   *
   * @param group the consumer group that reads the raw topic: the application id
   * @param interval time between readings
   * @param clock clock for the ends of embargoes; the same as for the timestamps of records
   */
  public AdminRawEnds(
      Admin admin, String group, String topic, int partitions, Duration interval, Clock clock) {
    this.admin = admin;
    this.group = group;
    this.topic = topic;
    this.clock = clock;
    this.silence = new BrokerSilence(clock);
    this.partitions =
        IntStream.range(0, partitions)
            .boxed()
            .collect(Collectors.toMap(p -> new TopicPartition(topic, p), Function.identity()));
    this.latest = new Ends(0, 0, new long[0], new long[0], new long[0]);
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "storywire-raw-ends");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        executor.scheduleWithFixedDelay(
            this::readIfDue, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Ends latest() {
    return latest;
  }

  /** Describes in a sentence that the brokers do not answer. Empty while they do. */
  public Optional<String> silence() {
    return silence.sentence();
  }

  /** Returns the raw topic. */
  public String topic() {
    return topic;
  }

  /**
   * Returns the number of raw records that the service has not read yet; -1 before the first
   * reading.
   */
  public long lag() {
    Ends ends = latest;
    long lag = ends.number() == 0 ? -1 : 0;
    for (int p = 0; p < ends.offsets().length; p++) {
      lag += Math.max(0, ends.offsets()[p] - ends.read()[p]);
    }
    return lag;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** Reads, unless the last reading showed a lull and this is the first time since. */
  private void readIfDue() {
    if (isLull) {
      isLull = false;
    } else {
      read();
    }
  }

  private void read() {
    Ends before = latest;
    try {
      long at = clock.millis();
      long[] offsets = ends(IsolationLevel.READ_COMMITTED);
      long[] appended = ends(IsolationLevel.READ_UNCOMMITTED);
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      long[] read = new long[partitions.size()];
      partitions.forEach(
          (topicPartition, p) -> {
            OffsetAndMetadata position = committed.get(topicPartition);
            read[p] = position == null ? 0 : position.offset();
          });
      latest = new Ends(latest.number() + 1, at, offsets, appended, read);
      isLull = Arrays.equals(appended, before.appended()) && Arrays.equals(read, before.read());
      silence.answered();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.debug("Cannot read the ends of the raw partitions; the last result is used", e);
      silence.failed(e);
    }
  }

  private long[] ends(IsolationLevel isolation)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin
            .listOffsets(
                partitions.keySet().stream()
                    .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest())),
                new ListOffsetsOptions(isolation))
            .all()
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    long[] offsets = new long[partitions.size()];
    partitions.forEach(
        (topicPartition, p) -> offsets[p] = requireNonNull(ends.get(topicPartition)).offset());
    return offsets;
  }
}
