package dev.storywire.app.doctor;

import dev.storywire.app.broker.Brokers;
import dev.storywire.app.broker.TopicDifference;
import dev.storywire.app.broker.TopicSetup;
import dev.storywire.app.broker.TopicState;
import dev.storywire.app.process.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.server.common.MetadataVersion;

/** Checks that the brokers are reachable, support exactly-once, and have the topics. */
final class BrokerCheck {
  private final Admin admin;
  private final List<Node> nodes;

  BrokerCheck(Admin admin) {
    this.admin = admin;
    this.nodes = List.copyOf(Brokers.await(admin.describeCluster().nodes()));
  }

  List<Finding> run(TopicSetup topics) {
    List<Finding> findings = new ArrayList<>();
    findings.add(brokers());
    findings.add(transactions());
    for (TopicState state : topics.inspect(admin)) {
      findings.add(topic(state));
    }
    return findings;
  }

  private Finding brokers() {
    FinalizedVersionRange version =
        Brokers.await(admin.describeFeatures().featureMetadata())
            .finalizedFeatures()
            .get(MetadataVersion.FEATURE_NAME);
    String kafka =
        version == null
            ? "ZooKeeper mode"
            : "metadata version " + MetadataVersion.fromFeatureLevel(version.maxVersionLevel());
    return Finding.ok("broker", "%d reachable, %s".formatted(nodes.size(), kafka));
  }

  /** Checks that there are enough brokers for the replicas of the transaction log. */
  private Finding transactions() {
    ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, nodes.get(0).idString());
    Map<ConfigResource, Config> configs =
        Brokers.await(admin.describeConfigs(List.of(broker)).all());
    Config config = Objects.requireNonNull(configs.get(broker));
    String key = "transaction.state.log.replication.factor";
    int replicas = Integer.parseInt(config.get(key).value());
    int minimum = Integer.parseInt(config.get("transaction.state.log.min.isr").value());
    String found =
        "the transaction log has %s, at least %d in sync"
            .formatted(Counted.of(replicas, "replica"), minimum);
    if (replicas > nodes.size() || minimum > nodes.size()) {
      return Finding.fail(
          "exactly-once",
          found + ", but there is only %s".formatted(Counted.of(nodes.size(), "broker")),
          "start more brokers, or set %s and transaction.state.log.min.isr to at most %d on them"
              .formatted(key, nodes.size()));
    }
    return Finding.ok("exactly-once", found);
  }

  private static Finding topic(TopicState state) {
    if (!state.exists()) {
      return Finding.warn(
          "topic",
          state.name() + " does not exist",
          "storywire topics --create, or start the service");
    }
    String found = "%s, %s".formatted(state.name(), Counted.of(state.partitions(), "partition"));
    if (state.differences().isEmpty()) {
      return Finding.ok("topic", found);
    }
    TopicDifference first = state.differences().get(0);
    return state.usable()
        ? Finding.warn("topic", first.sentence(), "see storywire topics")
        : Finding.fail("topic", first.sentence(), "see storywire topics");
  }
}
