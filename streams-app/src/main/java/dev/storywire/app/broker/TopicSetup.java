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
 * The topics of one deployment as they are wanted: makes the missing ones and checks the others.
 *
 * @param prefix what their names begin with
 * @param replicationFactor copies of each partition; empty for as many as there are brokers, at
 *     most 3
 * @param partitions partitions per topic where not the catalogue's
 */
public record TopicSetup(
    String prefix, Optional<Integer> replicationFactor, Map<Topic, Integer> partitions) {

  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(10);

  /** The catalogue's own numbers under a prefix. */
  public static TopicSetup of(String prefix) {
    return new TopicSetup(prefix, Optional.empty(), Map.of());
  }

  /**
   * Makes what is missing and checks what is there.
   *
   * @return what differs but does no harm, as sentences
   * @throws OperatorError if a topic is set up so that the service would lose or refuse records
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
      throw new OperatorError("topics are set up wrongly:\n  " + wrong);
    }
    return differences.stream().map(TopicDifference::sentence).toList();
  }

  /** Makes the topics that do not exist; returns their names. */
  List<String> create(Admin admin) {
    int replicas = replicationFactor.orElseGet(() -> replicasFor(admin));
    List<TopicState> missing = inspect(admin).stream().filter(state -> !state.exists()).toList();
    missing.forEach(state -> create(admin, state, replicas));
    awaitVisible(admin);
    return missing.stream().map(TopicState::name).toList();
  }

  /** All topics of the catalogue, in its order, as the broker has them. */
  public List<TopicState> inspect(Admin admin) {
    return Arrays.stream(Topic.values()).map(topic -> inspect(admin, topic)).toList();
  }

  /** One topic, as the broker has it. */
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
      // another instance was faster
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /** A broker learns of a new topic a moment after its controller made it. */
  private void awaitVisible(Admin admin) {
    long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
    while (!inspect(admin).stream().allMatch(TopicState::exists)) {
      if (System.nanoTime() > deadline) {
        throw new OperatorError(
            "the topics were made, but the broker does not show them: is it well?");
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
