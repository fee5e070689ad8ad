package dev.storywire.faults;

import dev.storywire.app.broker.ClusterBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/** A cluster of three brokers, each in its own process. They are numbered from 1. */
final class ThreeBrokers implements KafkaCluster, AutoCloseable {
  static final List<Integer> ALL = List.of(1, 2, 3);

  private static final Duration IN_SYNC_WITHIN = Duration.ofMinutes(2);

  private final Path directory;
  private final List<Integer> ports;
  private final Map<Integer, JavaProcess> running = new TreeMap<>();

  private ThreeBrokers(Path directory) {
    this.directory = directory;
    this.ports = Stream.generate(BrokerProcess::freePort).limit(2L * ALL.size()).toList();
  }

  static ThreeBrokers start(Path directory) {
    ThreeBrokers brokers = new ThreeBrokers(directory);
    ALL.forEach(brokers::start);
    return brokers;
  }

  @Override
  public String bootstrapServers() {
    return "127.0.0.1:%d,127.0.0.1:%d,127.0.0.1:%d"
        .formatted(ports.get(0), ports.get(1), ports.get(2));
  }

  /** Starts a broker in its directory. */
  void start(int broker) {
    List<String> arguments = new ArrayList<>();
    arguments.add(directory.resolve("broker-" + broker).toString());
    arguments.add(Integer.toString(broker));
    ports.forEach(port -> arguments.add(port.toString()));
    Path log = directory.resolve("broker-" + broker + ".log");
    running.put(broker, JavaProcess.start(log, "384m", ClusterBroker.class.getName(), arguments));
  }

  /** Kills a broker with -9. */
  void kill(int broker) {
    JavaProcess process = running.remove(broker);
    if (process != null) {
      process.kill();
    }
  }

  /** Returns the leader of the first partition of a topic. */
  int leader(String topic) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(client()))) {
      return describe(admin, topic).partitions().get(0).leader().id();
    }
  }

  /** Waits until all replicas of the topics are in sync. */
  void awaitInSync(List<String> topics) throws InterruptedException {
    long until = System.nanoTime() + IN_SYNC_WITHIN.toNanos();
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(client()))) {
      while (!topics.stream().allMatch(topic -> isInSync(admin, topic))) {
        if (System.nanoTime() > until) {
          throw new AssertionError("the replicas are not in sync after " + IN_SYNC_WITHIN);
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }
  }

  private static boolean isInSync(Admin admin, String topic) {
    try {
      return describe(admin, topic).partitions().stream()
          .allMatch(partition -> partition.isr().size() == ALL.size());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      return false; // no broker has answered yet
    }
  }

  private static TopicDescription describe(Admin admin, String topic)
      throws InterruptedException, ExecutionException {
    return admin.describeTopics(List.of(topic)).allTopicNames().get().values().iterator().next();
  }

  @Override
  public void close() {
    running.values().forEach(JavaProcess::close);
  }
}
