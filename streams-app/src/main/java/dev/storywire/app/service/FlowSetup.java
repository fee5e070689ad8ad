package dev.storywire.app.service;

import static java.util.Objects.requireNonNull;

import dev.storywire.app.broker.Brokers;
import dev.storywire.app.settings.Settings;
import dev.storywire.schemas.Topic;
import dev.storywire.story.prepare.LaneRule;
import dev.storywire.topology.FlowSettings;
import dev.storywire.topology.kafka.StreamsSettings;
import dev.storywire.topology.kafka.StreamsSettingsInstanceBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartitionInfo;

/** Derives the settings of the flow from those of the instance and from the topics that exist. */
final class FlowSetup {
  private FlowSetup() {}

  static FlowSettings settings(Settings settings, Admin admin) {
    String prefix = settings.text(Settings.PREFIX);
    List<TopicPartitionInfo> raw = partitions(admin, Topic.RAW.name(prefix));
    return new FlowSettings(
        prefix,
        raw.size(),
        partitions(admin, Topic.PREPARED.name(prefix)).size(),
        LaneRule.parse(settings.text(Settings.LANE_BY)),
        settings.lane(),
        Duration.ofMillis(settings.number(Settings.GRACE_MS)),
        Duration.ofMillis(settings.number(Settings.COMMIT_MS)),
        raw.get(0).replicas().size());
  }

  static StreamsSettings.Instance instance(Settings settings, FlowSettings flow, Address address) {
    return StreamsSettingsInstanceBuilder.builder()
        .bootstrapServers(settings.text(Settings.BOOTSTRAP_SERVERS))
        .applicationId(settings.applicationId())
        .prefix(flow.prefix())
        .threads(settings.number(Settings.THREADS))
        .commitMillis(settings.number(Settings.COMMIT_MS))
        .standbys(settings.number(Settings.STANDBYS))
        .replicationFactor(flow.replicationFactor())
        .stateDir(settings.dataDir().resolve("stores"))
        .server(address.toString())
        .extra(settings.kafka())
        .build();
  }

  private static List<TopicPartitionInfo> partitions(Admin admin, String topic) {
    return requireNonNull(
            Brokers.await(admin.describeTopics(Set.of(topic)).allTopicNames()).get(topic))
        .partitions();
  }
}
