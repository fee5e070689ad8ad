package dev.storywire.app.broker;

import dev.storywire.app.process.OperatorError;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;

/** Admin requests to brokers, with error messages for operators. */
public final class Brokers {
  private Brokers() {}

  /**
   * Connects an admin client to the brokers of {@code bootstrap.servers}.
   *
   * @throws OperatorError if the settings are invalid or no broker answers
   */
  public static Admin connect(Map<?, ?> settings) {
    Properties properties = new Properties();
    properties.putAll(settings);
    String servers = properties.getProperty("bootstrap.servers");
    Admin admin;
    try {
      admin = Admin.create(properties);
    } catch (KafkaException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new OperatorError("cannot connect to " + servers + ": " + cause.getMessage(), e);
    }
    try {
      await(admin.describeCluster(new DescribeClusterOptions().timeoutMs(15_000)).clusterId());
      return admin;
    } catch (OperatorError e) {
      admin.close();
      if (!(e.getCause() instanceof TimeoutException)) {
        throw e;
      }
      throw new OperatorError(
          "no broker answers at "
              + servers
              + ": start one (storywire run --embedded, or docker compose up), or set the address with"
              + " --bootstrap-servers",
          e.getCause());
    }
  }

  /** Waits for the result of a request. An error of the broker becomes an OperatorError. */
  public static <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new OperatorError("the broker refused the request: " + cause.getMessage(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorError("interrupted while waiting for the broker", e);
    }
  }
}
