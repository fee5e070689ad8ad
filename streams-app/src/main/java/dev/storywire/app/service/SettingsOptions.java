package dev.storywire.app.service;

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

/** The settings of a service on the command line: a file, and anything of it by {@code --set}. */
public final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, a properties file; the README lists them.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting, instead of the file's; may be repeated.")
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

  /** The settings, where {@code fixed} ones are given by the command itself. */
  public Settings read(Map<String, String> fixed) {
    Map<String, String> given = new TreeMap<>(set);
    put(given, Settings.DATA_DIR, data);
    put(given, Settings.HTTP_PORT, port);
    put(given, Settings.BOOTSTRAP_SERVERS, bootstrapServers);
    put(given, Settings.PREFIX, prefix);
    given.putAll(fixed);
    return Settings.of(given, System.getenv(), file());
  }

  /** Whether it says which brokers. */
  public boolean namesBrokers() {
    return bootstrapServers != null;
  }

  /** Whether it says which port. */
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
      throw new OperatorError("--config " + file + " cannot be read: " + e.getMessage(), e);
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
