package dev.storywire.app.broker;

import dev.storywire.app.process.OperatorError;
import dev.storywire.schemas.Topic;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Command-line options of most commands: brokers, topic prefix, client settings. */
public final class KafkaOptions {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT,...",
      defaultValue = "${env:STORYWIRE_BOOTSTRAP_SERVERS:-localhost:9092}",
      description =
          "Brokers to connect to (default: ${DEFAULT-VALUE}; or STORYWIRE_BOOTSTRAP_SERVERS).")
  private String bootstrapServers = "localhost:9092";

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      defaultValue = "${env:STORYWIRE_PREFIX:-" + Topic.DEFAULT_PREFIX + "}",
      description = "Prefix of topic names (default: ${DEFAULT-VALUE}).")
  private String prefix = Topic.DEFAULT_PREFIX;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Properties file with more client settings (security.protocol, sasl.*, ...).")
  private @Nullable Path file;

  /** Returns the brokers to connect to. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Returns the prefix of topic names. */
  public String prefix() {
    return prefix;
  }

  /** Returns the settings for Kafka clients. */
  public Map<String, String> clientSettings() {
    Map<String, String> settings = new TreeMap<>();
    if (file != null) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new OperatorError("--kafka-config " + file + " cannot be read: " + e, e);
      }
      properties.stringPropertyNames().forEach(k -> settings.put(k, properties.getProperty(k)));
    }
    settings.put("bootstrap.servers", bootstrapServers);
    return settings;
  }

  /** Connects an admin client. Its time-outs are short, because a person waits. */
  public Admin admin() {
    Map<String, String> settings = clientSettings();
    settings.put("request.timeout.ms", "10000");
    settings.put("default.api.timeout.ms", "20000");
    return Brokers.connect(settings);
  }
}
