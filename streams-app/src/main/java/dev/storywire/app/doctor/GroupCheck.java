package dev.storywire.app.doctor;

import dev.storywire.app.broker.Brokers;
import dev.storywire.app.process.OperatorError;
import dev.storywire.schemas.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Checks the state of the service's consumer group and its lag on the raw topic. */
final class GroupCheck {
  /** A service that keeps up has a lower lag than this. */
  private static final long LAG_OF_CONCERN = 50_000;

  private GroupCheck() {}

  static List<Finding> run(Admin admin, String group, String prefix) {
    ConsumerGroupDescription description;
    try {
      description = Brokers.await(admin.describeConsumerGroups(List.of(group)).all()).get(group);
    } catch (OperatorError e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return List.of(
            Finding.warn("group", group + " does not exist", "start the service: storywire run"));
      }
      throw e;
    }
    if (description == null) {
      return List.of();
    }
    return List.of(state(description, group), lag(admin, group, Topic.RAW.name(prefix)));
  }

  private static Finding state(ConsumerGroupDescription description, String group) {
    GroupState state = description.groupState();
    String found = "%s is %s, %d members".formatted(group, state, description.members().size());
    return switch (state) {
      case STABLE -> Finding.ok("group", found);
      case EMPTY, DEAD -> Finding.warn("group", found, "start the service: storywire run");
      default -> Finding.warn("group", found, "the group is rebalancing; check again in a minute");
    };
  }

  private static Finding lag(Admin admin, String group, String raw) {
    Map<TopicPartition, OffsetAndMetadata> read =
        new HashMap<>(
            Brokers.await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
    read.keySet().removeIf(partition -> !partition.topic().equals(raw));
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    read.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    long[] behind = new long[1];
    Brokers.await(admin.listOffsets(latest).all())
        .forEach(
            (partition, end) -> {
              OffsetAndMetadata position = read.get(partition);
              behind[0] += Math.max(0, end.offset() - (position == null ? 0 : position.offset()));
            });
    String found = "%,d unread records on %s".formatted(behind[0], raw);
    return behind[0] <= LAG_OF_CONCERN
        ? Finding.ok("lag", found)
        : Finding.warn("lag", found, "add an instance; during the import of an archive, wait");
  }
}
