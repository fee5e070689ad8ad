package dev.storywire.app.broker;

import static java.util.stream.Collectors.joining;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A process with one broker of a cluster of several, each with its controller. Each partition has a
 * replica on up to three brokers, and two must have a record before it is acknowledged.
 */
public final class ClusterBroker {
  private static final String CLUSTER_ID = "c3Rvcnl3aXJlLWZhdWx0cw";

  private ClusterBroker() {}

  /** Runs the process. Arguments: directory, number of the broker from 1, ports of all brokers. */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    int node = Integer.parseInt(args[1]);
    List<String> ports = List.of(args).subList(2, args.length);
    int brokers = ports.size() / 2;
    format(data, node);
    try (BrokerDirectory directory = BrokerDirectory.open(data)) {
      int port = Integer.parseInt(ports.get(node - 1));
      int controllerPort = Integer.parseInt(ports.get(brokers + node - 1));
      Map<String, String> properties =
          new TreeMap<>(EmbeddedBroker.properties(directory, port, controllerPort));
      properties.put("node.id", args[1]);
      properties.put(
          "controller.quorum.voters",
          IntStream.rangeClosed(1, brokers)
              .mapToObj(n -> n + "@127.0.0.1:" + ports.get(brokers + n - 1))
              .collect(joining(",")));
      for (String topic : List.of("offsets.topic", "transaction.state.log")) {
        properties.put(topic + ".replication.factor", "3");
      }
      properties.put("transaction.state.log.min.isr", "2");
      properties.put("min.insync.replicas", "2");
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
      server.startup();
      System.out.println("broker " + node + " listens at 127.0.0.1:" + port);
      server.awaitShutdown();
    }
  }

  /** Formats a new directory with the identity of the cluster. */
  private static void format(Path data, int node) throws Exception {
    if (Files.exists(data.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(data);
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, "UTF-8"))
        .setNodeId(node)
        .setClusterId(CLUSTER_ID)
        .addDirectory(data.toString())
        .setMetadataLogDirectory(data.toString())
        .setControllerListenerName("CONTROLLER")
        .run();
    Files.writeString(data.resolve("kafka.version"), AppInfoParser.getVersion());
  }
}
