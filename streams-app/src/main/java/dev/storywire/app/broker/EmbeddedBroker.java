package dev.storywire.app.broker;

import dev.storywire.app.process.OperatorError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker (KRaft, broker and controller in one) inside this JVM, for a machine that has
 * none. It listens on loopback only and keeps its data in a named directory, so that it can be
 * stopped and started again. Takes 3 to 4 s to start (7 after a crash) and some 200 MB.
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
   * Starts a broker and returns when it takes requests.
   *
   * @param data where its data is or is to be; made where it is missing
   * @param port to listen on, or 0 for a free one
   * @throws OperatorError if the port is taken or the directory cannot be used
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

  /** Where clients find it: {@code 127.0.0.1:port}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Stops it and waits until its data is on disk and its port is free. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    directory.close();
  }

  private static Map<String, String> properties(
      BrokerDirectory directory, int port, int controllerPort) {
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
        // topics are made by TopicSetup, with their settings; a misspelt name must fail
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
        // after a crash the broker waits this long for its former self before it may register again
        Map.entry("broker.session.timeout.ms", "3000"),
        Map.entry("broker.heartbeat.interval.ms", "1000"),
        // one member is the rule: nobody to wait for
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // a demo laid aside for a season goes on where it was, instead of starting over
        Map.entry("offsets.retention.minutes", Integer.toString(365 * 24 * 60)),
        // one user on a small machine: the defaults are for many brokers' worth of clients
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"),
        Map.entry("background.threads", "2"),
        Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024)),
        Map.entry("log.segment.bytes", Integer.toString(128 * 1024 * 1024)));
  }

  /** The port itself, or a free one for 0. */
  private static int bindable(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new OperatorError(
          "port "
              + port
              + " for the embedded broker is taken: stop what listens there, or choose another port",
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
