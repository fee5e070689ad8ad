package dev.storywire.replay;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Requests of a replay to the broker about topics. Offsets are lists by partition. */
final class TopicRequests {
  private TopicRequests() {}

  /** Returns the number of partitions of a topic; 0 if it does not exist. */
  static int partitions(Admin admin, String topic) {
    try {
      return requireNonNull(await(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic))
          .partitions()
          .size();
    } catch (ReplayException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return 0;
      }
      throw e;
    }
  }

  /** Creates a topic with the default replication factor of the broker, if it does not exist. */
  static void create(Admin admin, String topic, int partitions, Map<String, String> config) {
    NewTopic wanted =
        new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(config);
    try {
      await(admin.createTopics(List.of(wanted)).all());
    } catch (ReplayException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /** Returns the beginning offsets. */
  static List<Long> beginnings(Admin admin, String topic) {
    return offsets(admin, topic, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
  }

  /** Returns the end offsets, including open transactions. */
  static List<Long> ends(Admin admin, String topic) {
    return offsets(admin, topic, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
  }

  /** Returns the last stable offsets, up to which the partitions can be read now. */
  static List<Long> committedEnds(Admin admin, String topic) {
    return offsets(admin, topic, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
  }

  /** Returns the committed offsets of a group; 0 for a partition without one. */
  static List<Long> read(Admin admin, String group, String topic) {
    var committed = await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    List<Long> offsets = new ArrayList<>();
    for (int p = 0; p < partitions(admin, topic); p++) {
      var position = committed.get(new TopicPartition(topic, p));
      offsets.add(position == null ? 0 : position.offset());
    }
    return offsets;
  }

  private static List<Long> offsets(
      Admin admin, String topic, OffsetSpec spec, IsolationLevel isolation) {
    int count = partitions(admin, topic);
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (int p = 0; p < count; p++) {
      asked.put(new TopicPartition(topic, p), spec);
    }
    var answers = await(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all());
    List<Long> offsets = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      offsets.add(requireNonNull(answers.get(new TopicPartition(topic, p))).offset());
    }
    return offsets;
  }

  /** Waits for a result. Throws a ReplayException with the error of the broker as its cause. */
  static <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new ReplayException("the broker refused the request: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayException("interrupted while waiting for the broker", e);
    }
  }
}
