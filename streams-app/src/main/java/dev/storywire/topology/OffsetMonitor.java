package dev.storywire.topology;

import dev.storywire.schemas.Topic;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the end offsets of the raw and the lane partitions, and the offsets up to which the service
 * has read them, from the broker, every {@code interval}; in a lull, half as often. While the
 * broker is unavailable, the last result is used, so that an outage is not mistaken for a lull.
 */
public final class OffsetMonitor implements RawEndOffsets, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OffsetMonitor.class);
  private static final int TIMEOUT_SECONDS = 5;

  /**
   * Number of records that a lane decides in some seconds, so that it has work until raw records
   * are read again.
   */
  private static final long LANE_BACKLOG = 2_000;

  private final Admin admin;
  private final String group;
  private final List<TopicPartition> raw;
  private final List<TopicPartition> lanes;
  private final List<TopicPartition> rawAndLanes;
  private final Clock clock;
  private final BrokerSilence silence;
  private final ScheduledExecutorService executor;
  private volatile Reading latest;
  private volatile long[] laneBacklogs = new long[0];
  private boolean isLull;

  /**
   * Starts reading.
   *
   * @param group the consumer group of the service: the application id
   * @param flow settings of the topology
   * @param clock clock for the ends of embargoes; the same as for the timestamps of records
   */
  public OffsetMonitor(Admin admin, String group, FlowSettings flow, Clock clock) {
    this.admin = admin;
    this.group = group;
    this.raw = partitions(Topic.RAW.name(flow.prefix()), flow.rawPartitions());
    this.lanes = partitions(Topic.PREPARED.name(flow.prefix()), flow.lanePartitions());
    this.rawAndLanes = Stream.concat(raw.stream(), lanes.stream()).toList();
    this.clock = clock;
    this.silence = new BrokerSilence(clock);
    this.latest = new Reading(0, 0, new long[0], new long[0], new long[0]);
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "storywire-offsets");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        executor.scheduleWithFixedDelay(
            this::readIfDue, 0, flow.readingInterval().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static List<TopicPartition> partitions(String topic, int number) {
    return IntStream.range(0, number).mapToObj(p -> new TopicPartition(topic, p)).toList();
  }

  @Override
  public Reading latest() {
    return latest;
  }

  /** Describes in a sentence that the brokers do not answer. Empty while they do. */
  public Optional<String> silence() {
    return silence.sentence();
  }

  /** Returns the raw topic. */
  public String topic() {
    return raw.get(0).topic();
  }

  /** Returns the number of records that the service has not read yet; -1 if unknown. */
  public long lag() {
    return rawLag() + Math.max(0, laneLag());
  }

  /** Returns the number of unread raw records; -1 before the first reading. */
  public long rawLag() {
    Reading ends = latest;
    long lag = ends.number() == 0 ? -1 : 0;
    for (int p = 0; p < ends.offsets().length; p++) {
      lag += Math.max(0, ends.offsets()[p] - ends.read()[p]);
    }
    return lag;
  }

  /** Returns the number of prepared records that the lanes have not read; -1 if unknown. */
  public long laneLag() {
    return latest.number() == 0 ? -1 : LongStream.of(laneBacklogs).sum();
  }

  /**
   * Returns true if a lane partition has more than {@value #LANE_BACKLOG} unread records. Then raw
   * records should wait: prepared now, they would only fill the store of the order step.
   */
  public boolean isLaneBehind() {
    return LongStream.of(laneBacklogs).anyMatch(unread -> unread > LANE_BACKLOG);
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
    Reading before = latest;
    try {
      long at = clock.millis();
      Map<TopicPartition, Long> stable = ends(rawAndLanes, IsolationLevel.READ_COMMITTED);
      Map<TopicPartition, Long> appended = ends(raw, IsolationLevel.READ_UNCOMMITTED);
      Map<TopicPartition, Long> committed = committed();
      laneBacklogs =
          lanes.stream()
              .mapToLong(lane -> stable.getOrDefault(lane, 0L) - committed.getOrDefault(lane, 0L))
              .map(unread -> Math.max(0, unread)) // the offsets were committed after the ends
              .toArray();
      latest =
          new Reading(
              before.number() + 1,
              at,
              offsets(raw, stable),
              offsets(raw, appended),
              offsets(raw, committed));
      isLull =
          Arrays.equals(latest.appended(), before.appended())
              && Arrays.equals(latest.read(), before.read());
      silence.answered();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.debug("Cannot read the offsets; the last result is used", e);
      silence.failed(e);
    }
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel isolation)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(
            partitions.stream()
                .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest())),
            new ListOffsetsOptions(isolation))
        .all()
        .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  private Map<TopicPartition, Long> committed()
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, Long> committed = new HashMap<>();
    admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
        .forEach(
            (partition, position) -> {
              if (position != null) {
                committed.put(partition, position.offset());
              }
            });
    return committed;
  }

  private static long[] offsets(
      List<TopicPartition> partitions, Map<TopicPartition, Long> byPartition) {
    return partitions.stream().mapToLong(p -> byPartition.getOrDefault(p, 0L)).toArray();
  }
}
