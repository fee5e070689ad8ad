package dev.storywire.app.broker;

import static java.util.Objects.requireNonNull;

import dev.storywire.app.process.OperatorError;
import dev.storywire.schemas.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topics that a deployment needs. Creates missing topics and checks existing ones.
 *
 * @param prefix prefix of topic names
 * @param replicationFactor replicas of each partition; empty for the number of brokers, at most 3
 * @param partitions partitions by topic, if they differ from the catalogue
 */
public record TopicSetup(
    String prefix, Optional<Integer> replicationFactor, Map<Topic, Integer> partitions) {

  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(10);

  /** Returns the topics of the catalogue with its numbers of partitions. */
  public static TopicSetup of(String prefix) {
    return new TopicSetup(prefix, Optional.empty(), Map.of());
  }

  /**
   * Creates missing topics and checks existing ones.
   *
   * @return harmless differences, as sentences
   * @throws OperatorError if the service would lose or refuse records with a topic as it is
   */
  public List<String> ensure(Admin admin) {
    create(admin);
    List<TopicDifference> differences =
        inspect(admin).stream().flatMap(state -> state.differences().stream()).toList();
    String wrong =
        differences.stream()
            .filter(TopicDifference::fatal)
            .map(TopicDifference::sentence)
            .collect(Collectors.joining("\n  "));
    if (!wrong.isEmpty()) {
      throw new OperatorError("topics have wrong settings:\n  " + wrong);
    }
    return differences.stream().map(TopicDifference::sentence).toList();
  }

  /** Creates the topics that do not exist; returns their names. */
  List<String> create(Admin admin) {
    int replicas = replicationFactor.orElseGet(() -> replicasFor(admin));
    List<TopicState> missing = inspect(admin).stream().filter(state -> !state.exists()).toList();
    missing.forEach(state -> create(admin, state, replicas));
    awaitVisible(admin);
    return missing.stream().map(TopicState::name).toList();
  }

  /** Returns the state of all topics, in the order of the catalogue. */
  public List<TopicState> inspect(Admin admin) {
    return Arrays.stream(Topic.values()).map(topic -> inspect(admin, topic)).toList();
  }

  /** Returns the state of a topic. */
  public TopicState inspect(Admin admin, Topic topic) {
    String name = topic.name(prefix);
    TopicDescription description;
    try {
      description =
          requireNonNull(
              Brokers.await(admin.describeTopics(List.of(name)).allTopicNames()).get(name));
    } catch (OperatorError e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return TopicState.missing(topic, name);
      }
      throw e;
    }
    int count = description.partitions().size();
    int replicas = description.partitions().get(0).replicas().size();
    Map<String, String> config = config(admin, name, topic.config(replicas).keySet());
    return new TopicState(
        topic,
        name,
        count,
        replicas,
        config,
        TopicCheck.differences(topic, name, partitionsOf(topic), count, replicas, config));
  }

  private void create(Admin admin, TopicState state, int replicas) {
    NewTopic topic =
        new NewTopic(state.name(), partitionsOf(state.topic()), (short) replicas)
            .configs(state.topic().config(replicas));
    try {
      Brokers.await(admin.createTopics(List.of(topic)).all());
    } catch (OperatorError e) {
      // another instance created it
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /** Waits until the broker shows the new topics; the controller creates them first. */
  private void awaitVisible(Admin admin) {
    long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
    while (!inspect(admin).stream().allMatch(TopicState::exists)) {
      if (System.nanoTime() > deadline) {
        throw new OperatorError(
            "the topics were created, but the broker does not show them: check its log");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private int partitionsOf(Topic topic) {
    return partitions.getOrDefault(topic, topic.partitions());
  }

  private static int replicasFor(Admin admin) {
    return Math.min(3, Brokers.await(admin.describeCluster().nodes()).size());
  }

  private static Map<String, String> config(Admin admin, String name, Set<String> keys) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
    Config config =
        requireNonNull(Brokers.await(admin.describeConfigs(List.of(resource)).all()).get(resource));
    Map<String, String> values = new TreeMap<>();
    keys.forEach(key -> values.put(key, config.get(key).value()));
    return values;
  }
}
