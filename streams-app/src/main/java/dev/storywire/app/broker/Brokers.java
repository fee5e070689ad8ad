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

/** Asking brokers questions, with answers an operator understands when there is none. */
public final class Brokers {
  private Brokers() {}

  /**
   * An admin client of the brokers named by {@code bootstrap.servers}.
   *
   * @throws OperatorError if the settings are wrong or no broker answers
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
              + ": start one (storywire run --embedded, or docker compose up), or name yours with"
              + " --bootstrap-servers",
          e.getCause());
    }
  }

  /** The answer to a request; a broker's refusal becomes an {@link OperatorError}. */
  public static <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new OperatorError("the broker refused: " + cause.getMessage(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorError("interrupted while waiting for the broker", e);
    }
  }
}
