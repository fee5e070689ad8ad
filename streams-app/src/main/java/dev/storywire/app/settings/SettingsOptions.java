package dev.storywire.app.settings;

import dev.storywire.app.process.OperatorError;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Command-line options for the settings of a service: a file, and {@code --set key=value}. */
public final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings file in properties format; docs/settings.md lists the keys.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set one key; takes precedence over the file. May be repeated.")
  private Map<String, String> set = new TreeMap<>();

  @Option(names = "--data", paramLabel = "DIR", description = "Same as --set data.dir=DIR.")
  private @Nullable Path data;

  @Option(names = "--port", paramLabel = "P", description = "Same as --set http.port=P.")
  private @Nullable Integer port;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT,...",
      description = "Same as --set bootstrap.servers=...")
  private @Nullable String bootstrapServers;

  @Option(names = "--prefix", paramLabel = "PREFIX", description = "Same as --set prefix=PREFIX.")
  private @Nullable String prefix;

  /** Reads the settings; the {@code fixed} ones, given by the command, take precedence. */
  public Settings read(Map<String, String> fixed) {
    Map<String, String> given = new TreeMap<>(set);
    put(given, Settings.DATA_DIR, data);
    put(given, Settings.HTTP_PORT, port);
    put(given, Settings.BOOTSTRAP_SERVERS, bootstrapServers);
    put(given, Settings.PREFIX, prefix);
    given.putAll(fixed);
    return Settings.of(given, System.getenv(), file());
  }

  /** Returns true if the brokers are given by an option. */
  public boolean namesBrokers() {
    return bootstrapServers != null;
  }

  /** Returns true if the HTTP port is given by an option. */
  public boolean namesPort() {
    return port != null || set.containsKey(Settings.HTTP_PORT);
  }

  private Map<String, String> file() {
    Map<String, String> values = new TreeMap<>();
    if (file == null) {
      return values;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw OperatorError.usage("--config " + file + " cannot be read: " + e.getMessage(), e);
    }
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }

  private static void put(Map<String, String> given, String key, @Nullable Object value) {
    if (value != null) {
      given.put(key, value.toString());
    }
  }
}
