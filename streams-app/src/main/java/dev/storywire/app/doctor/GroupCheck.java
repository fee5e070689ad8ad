package dev.storywire.app.doctor;

import dev.storywire.app.broker.Brokers;
import dev.storywire.app.process.Counted;
import dev.storywire.app.process.OperatorError;
import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.WebhookGroups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Checks the consumer groups of the service and of its webhooks: their members and their lags. */
final class GroupCheck {
  /** A service that keeps up has a lower lag than this. */
  private static final long LAG_OF_CONCERN = 50_000;

  private GroupCheck() {}

  static List<Finding> run(Admin admin, String applicationId, String prefix) {
    List<Finding> findings = new ArrayList<>(service(admin, applicationId, Topic.RAW.name(prefix)));
    findings.addAll(webhooks(admin, applicationId, Topic.STORY_EVENTS.name(prefix)));
    return findings;
  }

  private static List<Finding> service(Admin admin, String group, String raw) {
    ConsumerGroupDescription description;
    try {
      description = describe(admin, group);
    } catch (OperatorError e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return List.of(
            Finding.warn("group", group + " does not exist", "start the service: storywire run"));
      }
      throw e;
    }
    long behind = lag(admin, group, raw);
    String found = "%,d unread records on %s".formatted(behind, raw);
    return List.of(
        state(description, group),
        behind <= LAG_OF_CONCERN
            ? Finding.ok("lag", found)
            : Finding.warn("lag", found, "add an instance; during the import of an archive, wait"));
  }

  /** Checks that the group of each webhook has members, and states its lag. */
  private static List<Finding> webhooks(Admin admin, String applicationId, String storyEvents) {
    List<Finding> findings = new ArrayList<>();
    Brokers.await(admin.listGroups().all()).stream()
        .map(GroupListing::groupId)
        .filter(group -> WebhookGroups.isWebhookGroup(applicationId, group))
        .sorted()
        .forEach(
            group -> {
              int members = describe(admin, group).members().size();
              String found =
                  "%s: %s, %s"
                      .formatted(
                          WebhookGroups.webhook(applicationId, group),
                          Counted.of(members, "member"),
                          Counted.of(lag(admin, group, storyEvents), "unread event"));
              findings.add(
                  members > 0
                      ? Finding.ok("webhook", found)
                      : Finding.warn(
                          "webhook",
                          found,
                          "start the service with this webhook, or delete the group " + group));
            });
    return findings;
  }

  private static ConsumerGroupDescription describe(Admin admin, String group) {
    return Objects.requireNonNull(
        Brokers.await(admin.describeConsumerGroups(List.of(group)).all()).get(group));
  }

  private static Finding state(ConsumerGroupDescription description, String group) {
    GroupState state = description.groupState();
    String found =
        "%s is %s, %s".formatted(group, state, Counted.of(description.members().size(), "member"));
    return switch (state) {
      case STABLE -> Finding.ok("group", found);
      case EMPTY, DEAD -> Finding.warn("group", found, "start the service: storywire run");
      default -> Finding.warn("group", found, "the group is rebalancing; check again in a minute");
    };
  }

  /** Returns the number of records of a topic that a group has not read. */
  private static long lag(Admin admin, String group, String topic) {
    Map<TopicPartition, OffsetAndMetadata> read =
        new HashMap<>(
            Brokers.await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()));
    read.keySet().removeIf(partition -> !partition.topic().equals(topic));
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    read.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    long[] behind = new long[1];
    Brokers.await(admin.listOffsets(latest).all())
        .forEach(
            (partition, end) -> {
              OffsetAndMetadata position = read.get(partition);
              behind[0] += Math.max(0, end.offset() - (position == null ? 0 : position.offset()));
            });
    return behind[0];
  }
}
