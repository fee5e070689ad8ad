package dev.storywire.app.broker;

import dev.storywire.app.process.FreePorts;
import dev.storywire.app.process.OperatorError;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker (KRaft, combined broker and controller) inside this JVM. It listens on loopback
 * only and keeps its data in a directory over restarts. It takes 3 to 4 s to start (7 s after a
 * crash) and about 200 MB of memory.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private final BrokerDirectory directory;
  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(BrokerDirectory directory, KafkaRaftServer server, int port) {
    this.directory = directory;
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it accepts requests.
   *
   * @param data data directory; created if it does not exist
   * @param port port to listen on; 0 for any free port
   * @throws OperatorError if the port is in use or the directory cannot be used
   */
  public static EmbeddedBroker start(Path data, int port) {
    int listen = bindable(port);
    BrokerDirectory directory = BrokerDirectory.open(data);
    try {
      KafkaConfig config = new KafkaConfig(properties(directory, listen, bindable(0)), false);
      KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(directory, server, listen);
    } catch (RuntimeException e) {
      directory.close();
      throw new OperatorError("the embedded broker in " + data + " did not start: " + reason(e), e);
    }
  }

  /** Returns the address for clients: {@code 127.0.0.1:port}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Stops the broker. Returns when its data is on disk and its port is free. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    directory.close();
  }

  static Map<String, String> properties(BrokerDirectory directory, int port, int controllerPort) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", Integer.toString(BrokerDirectory.NODE_ID)),
        Map.entry(
            "listeners",
            "CLIENT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
        Map.entry("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry("inter.broker.listener.name", "CLIENT"),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry(
            "controller.quorum.voters", BrokerDirectory.NODE_ID + "@127.0.0.1:" + controllerPort),
        Map.entry("log.dirs", directory.path().toString()),
        // TopicSetup creates topics with their settings; a misspelt name must fail
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("default.replication.factor", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "4"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "4"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "1"),
        // after a crash the broker can register again once its former session has expired
        Map.entry("broker.session.timeout.ms", "3000"),
        Map.entry("broker.heartbeat.interval.ms", "1000"),
        // usually there is one member: do not wait for others
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // a demo that was stopped for months continues instead of starting over
        Map.entry("offsets.retention.minutes", Integer.toString(365 * 24 * 60)),
        // small values: one client on a small machine
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"),
        Map.entry("background.threads", "2"),
        Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024)),
        Map.entry("log.segment.bytes", Integer.toString(128 * 1024 * 1024)));
  }

  /** Returns the port, or a free one for 0. */
  static int bindable(int port) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try {
      if (port == 0) {
        return FreePorts.choose(loopback);
      }
      FreePorts.check(loopback, port);
      return port;
    } catch (IOException e) {
      throw new OperatorError(
          "port "
              + port
              + " for the embedded broker is in use: stop the program that listens there, or choose another port",
          e);
    }
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }
}
