package dev.storywire.faults;

import dev.storywire.app.audit.Audit;
import dev.storywire.app.broker.Brokers;
import dev.storywire.app.broker.TopicSetup;
import dev.storywire.faults.history.GeneratedHistory;
import dev.storywire.faults.history.HistoryWriter;
import dev.storywire.faults.history.Pace;
import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** A deployment under its own topic prefix: topics and instances. */
final class Deployment implements AutoCloseable {
  /** Time limit for the service to process its input: less than that of a test. */
  static final Duration AT_MOST = Duration.ofMinutes(7);

  /** Results that have not changed for this time are final. */
  private static final Duration STILL = Duration.ofSeconds(3);

  private final KafkaCluster broker;
  private final Path directory;
  private final String prefix;
  private final Map<String, String> set = new TreeMap<>();
  private final List<Instance> instances = new ArrayList<>();
  private final ResultReader results;
  private int exits;

  /**
   * Creates the topics.
   *
   * @param settings settings of the instances, as for {@code --set}
   */
  Deployment(KafkaCluster broker, Path directory, String prefix, Map<String, String> settings) {
    this.broker = broker;
    this.directory = directory;
    this.prefix = prefix;
    // several lanes, and short windows, so that stories close and retire and articles expire
    set.put("lane.by", "desk");
    set.put("close.after.hours", "6");
    set.put("remember.days", "1");
    // fewer progress marks and transactions: the wires are sent as fast as possible, and the mean
    // time between two of their records is minutes
    set.put("grace.ms", "200");
    set.put("commit.ms", "100");
    set.putAll(settings);
    int rawPartitions = Integer.parseInt(set.getOrDefault("raw.partitions", "4"));
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(broker.client()))) {
      var unused =
          new TopicSetup(prefix, Optional.empty(), Map.of(Topic.RAW, rawPartitions)).ensure(admin);
    }
    this.results = new ResultReader(broker.client(), prefix);
  }

  /** Creates the topics for instances with this number of threads. */
  Deployment(KafkaCluster broker, Path directory, String prefix, int rawPartitions, int threads) {
    this(
        broker,
        directory,
        prefix,
        Map.of("raw.partitions", "" + rawPartitions, "threads", "" + threads));
  }

  Instance start(String name) {
    return start(name, null);
  }

  /**
   * Starts an instance of a release.
   *
   * @param release its class path, null for the release under test
   */
  Instance start(String name, @Nullable String release) {
    Instance instance =
        new Instance(name, directory, broker.bootstrapServers(), prefix, set, release);
    instances.add(instance);
    return instance;
  }

  /** Runs a storywire command beside the instances. */
  JavaProcess run(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--bootstrap-servers", broker.bootstrapServers(), "--prefix", prefix));
    arguments.addAll(List.of("--data", directory.resolve(prefix + "commands").toString()));
    arguments.addAll(List.of("--config", Instance.clientSettings(directory).toString()));
    set.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    Path log = directory.resolve(prefix + command[0] + ".log");
    return JavaProcess.storywire(log, arguments);
  }

  void stop(Instance instance) {
    instance.stop();
    instances.remove(instance);
  }

  /** Kills an instance for good. */
  void kill(Instance instance) {
    instance.kill();
    instances.remove(instance);
  }

  List<Instance> instances() {
    return instances;
  }

  /** Restarts instances that have exited, as a supervisor does. Returns a description of each. */
  List<String> restartExited() {
    List<String> restarted = new ArrayList<>();
    for (Instance instance : instances) {
      if (instance.isGone()) {
        exits++;
        restarted.add(
            "%s exited with code %d; started again"
                .formatted(instance.name(), instance.exitCode()));
        instance.start();
      }
    }
    return restarted;
  }

  /** Returns how often an instance exited without being killed. */
  int exits() {
    return exits;
  }

  /** Returns the owners of the lanes. */
  LaneOwners owners() {
    return new LaneOwners(broker.client(), prefix, results);
  }

  ResultReader results() {
    return results;
  }

  /** Starts to send a history. */
  HistoryWriter write(List<GeneratedHistory.Sent> history, Pace pace) {
    return HistoryWriter.start(broker.client(), prefix, history, pace);
  }

  /** Returns the raw records of the topic as one history. */
  List<GeneratedHistory.Sent> history() {
    List<GeneratedHistory.Sent> history = new ArrayList<>();
    Map<String, Object> reader = Map.copyOf(broker.client());
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(reader, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.RAW.name(prefix)).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long there = consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
      while (history.size() < there) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          Instant at = Instant.ofEpochMilli(record.timestamp());
          history.add(new GeneratedHistory.Sent(record.key(), record.value(), at));
        }
      }
    }
    history.sort(Comparator.comparing(GeneratedHistory.Sent::at));
    return history;
  }

  /**
   * Waits until {@code records} raw records have results and the topics no longer change: after the
   * last result, lanes may still hand articles over. A lane whose owner has just died does not
   * change its topics either, so all prepared records must have been read. Meanwhile, instances
   * that exit are restarted. Returns the audit. Writes the archive of classes, if there is none
   * yet.
   */
  Audit.Report settled(int records) throws InterruptedException {
    long until = System.nanoTime() + AT_MOST.toNanos();
    while (!results.await(records, Duration.ofSeconds(1))) {
      restartExited().forEach(System.out::println);
      if (System.nanoTime() > until) {
        throw new AssertionError(
            "%d of %d records have no result after %s; the logs are in %s%n%s"
                .formatted(
                    records - results.count(),
                    records,
                    AT_MOST,
                    directory,
                    new Diagnosis(broker.client(), prefix).of(instances)));
      }
    }
    Audit.Report before;
    Audit.Report now = Audit.of(broker.client(), prefix);
    do {
      before = now;
      Thread.sleep(STILL.toMillis());
      awaitPreparedRead();
      now = Audit.of(broker.client(), prefix);
    } while (!now.equals(before));
    instances.stream()
        .filter(instance -> !instance.isGone() && !instance.isOtherRelease())
        .findFirst()
        .ifPresent(SharedClasses::writeFrom);
    return now;
  }

  private void awaitPreparedRead() throws InterruptedException {
    long until = System.nanoTime() + AT_MOST.toNanos();
    String unread = unreadPrepared();
    while (!unread.isEmpty()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("prepared records have not been read after " + AT_MOST + unread);
      }
      Thread.sleep(500);
      unread = unreadPrepared();
    }
  }

  /** Describes the prepared records behind the committed offsets. Empty if there are none. */
  private String unreadPrepared() {
    Map<TopicPartition, Long> last = new HashMap<>();
    TopicReader.forEach(
        broker.client(),
        Topic.PREPARED.name(prefix),
        record ->
            last.put(new TopicPartition(record.topic(), record.partition()), record.offset()));
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(broker.client()))) {
      String group = prefix.replaceAll("[.]$", "");
      var read =
          Brokers.await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
      StringBuilder unread = new StringBuilder();
      last.forEach(
          (partition, offset) -> {
            OffsetAndMetadata position = read.get(partition);
            if (position == null || position.offset() <= offset) {
              unread
                  .append("; ")
                  .append(partition)
                  .append(": ")
                  .append(position)
                  .append(" of ")
                  .append(offset);
            }
          });
      return unread.toString();
    }
  }

  @Override
  public void close() {
    results.close();
    instances.forEach(Instance::close);
  }
}
