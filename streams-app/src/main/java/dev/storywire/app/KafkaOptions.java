package dev.storywire.app;

import dev.storywire.schemas.Topic;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the brokers are and which topics there are ours: options that most commands share. */
final class KafkaOptions {
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

  String bootstrapServers() {
    return bootstrapServers;
  }

  String prefix() {
    return prefix;
  }

  /** Settings of any client; a command adds its own. */
  Properties clientProperties() {
    Properties properties = new Properties();
    if (file != null) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new OperatorError("--kafka-config " + file + " cannot be read: " + e, e);
      }
    }
    properties.put("bootstrap.servers", bootstrapServers);
    return properties;
  }

  /** An admin client that gives up after ten seconds, because a person waits. */
  Admin admin() {
    Properties properties = clientProperties();
    properties.putAll(Map.of("request.timeout.ms", "5000", "default.api.timeout.ms", "10000"));
    return Brokers.connect(properties);
  }
}
