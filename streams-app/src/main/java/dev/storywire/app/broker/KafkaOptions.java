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

/** Where the brokers are and which topics there are ours: options that most commands share. */
public final class KafkaOptions {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT,...",
      defaultValue = "${env:STORYWIRE_BOOTSTRAP_SERVERS:-localhost:9092}",
      description =
          "Brokers to start from (default: ${DEFAULT-VALUE}; or STORYWIRE_BOOTSTRAP_SERVERS).")
  private String bootstrapServers = "localhost:9092";

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      defaultValue = "${env:STORYWIRE_PREFIX:-" + Topic.DEFAULT_PREFIX + "}",
      description = "What the topics' names begin with (default: ${DEFAULT-VALUE}).")
  private String prefix = Topic.DEFAULT_PREFIX;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Further client settings (security.protocol, sasl.*, ...), a properties file.")
  private @Nullable Path file;

  /** Brokers to start from. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** What the topics' names begin with. */
  public String prefix() {
    return prefix;
  }

  /** Settings of any client; a command adds its own. */
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

  /** An admin client that gives up after twenty seconds, because a person waits. */
  public Admin admin() {
    Map<String, String> settings = clientSettings();
    settings.put("request.timeout.ms", "10000");
    settings.put("default.api.timeout.ms", "20000");
    return Brokers.connect(settings);
  }
}
