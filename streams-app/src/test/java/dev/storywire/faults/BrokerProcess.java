package dev.storywire.faults;

import dev.storywire.app.broker.EmbeddedBroker;
import dev.storywire.app.process.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** A broker in its own process. Killed and started again, it continues in its directory. */
final class BrokerProcess implements KafkaCluster, AutoCloseable {
  private final Path data;
  private final int port;
  private JavaProcess process;

  private BrokerProcess(Path data, int port) {
    this.data = data;
    this.port = port;
    this.process = run();
  }

  /** Starts a broker. Returns when it answers. */
  static BrokerProcess start(Path data) {
    BrokerProcess broker = new BrokerProcess(data, freePort());
    broker.awaitAnswer();
    return broker;
  }

  static int freePort() {
    try {
      return FreePorts.choose(InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException("there is no free port", e);
    }
  }

  @Override
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Kills the broker with -9, waits, and starts it again in the same directory. */
  void crash(Duration away) throws InterruptedException {
    process.kill();
    TimeUnit.MILLISECONDS.sleep(away.toMillis());
    process = run();
    awaitAnswer();
  }

  @Override
  public void close() {
    process.kill();
  }

  private JavaProcess run() {
    return JavaProcess.start(
        data.resolveSibling(data.getFileName() + ".log"),
        "512m",
        BrokerProcess.class.getName(),
        List.of(data.toString(), Integer.toString(port)));
  }

  private void awaitAnswer() {
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(client()))) {
      admin
          .describeCluster(new DescribeClusterOptions().timeoutMs(120_000))
          .nodes()
          .get(120, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the broker in " + data + " does not answer", e);
    }
  }

  /** Runs the process. Arguments: data directory and port. */
  public static void main(String[] args) throws InterruptedException {
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]))) {
      System.out.println("listening at " + broker.bootstrapServers());
      Thread.currentThread().join();
    }
  }
}
