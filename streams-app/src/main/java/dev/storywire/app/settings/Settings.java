package dev.storywire.app.settings;

import dev.storywire.app.broker.TopicSetup;
import dev.storywire.app.process.NearestWord;
import dev.storywire.app.process.OperatorError;
import dev.storywire.schemas.Topic;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.story.state.LaneSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The validated settings of an instance. A value comes from the command line, else from the
 * environment ({@code STORYWIRE_CLOSE_AFTER_HOURS} for {@code close.after.hours}), else from the
 * file, else it is the default. Keys that begin with {@code kafka.} are passed to the Kafka
 * clients. {@link SettingsDefinition} declares the keys.
 *
 * <p>A value may refer to a secret in a file or the environment, see {@link SecretReferences}.
 */
public final class Settings {
  public static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
  public static final String PREFIX = "prefix";
  public static final String APPLICATION_ID = "application.id";
  public static final String DATA_DIR = "data.dir";
  public static final String THREADS = "threads";
  public static final String COMMIT_MS = "commit.ms";
  public static final String GRACE_MS = "grace.ms";
  public static final String STANDBYS = "standbys";
  public static final String REPLICATION = "replication.factor";
  public static final String RAW_PARTITIONS = "raw.partitions";
  public static final String LANE_PARTITIONS = "lane.partitions";
  public static final String LANE_BY = "lane.by";
  public static final String CLOSE_AFTER_HOURS = "close.after.hours";
  public static final String REMEMBER_DAYS = "remember.days";
  public static final String WITHDRAW_COPIES = "withdraw.copies";
  public static final String LINK_LANES = "link.lanes";
  public static final String HTTP_HOST = "http.host";
  public static final String HTTP_PORT = "http.port";
  public static final String HTTP_NAMES = "http.names";
  public static final String HTTP_TOKEN = "http.token";
  public static final String HTTP_EDIT_TOKEN = "http.edit.token";
  public static final String HTTP_READ_TOKEN = "http.read.token";
  public static final String WEBHOOKS_FILE = "webhooks.file";
  public static final String ADVERTISED = "http.advertised";

  private static final String KAFKA = "kafka.";
  private static final String ENVIRONMENT = "STORYWIRE_";

  private static final ConfigDef DEFINITION = SettingsDefinition.create();

  private final AbstractConfig values;
  private final Map<String, String> origins;
  private final Map<String, String> kafka;

  private Settings(AbstractConfig values, Map<String, String> origins, Map<String, String> kafka) {
    this.values = values;
    this.origins = origins;
    this.kafka = kafka;
  }

  /**
   * Reads and validates settings.
   *
   * @param commandLine values that take precedence over all others
   * @param environment environment variables; those that begin with STORYWIRE_ are read
   * @param file values of the configuration file
   * @throws OperatorError if a key is unknown or a value invalid; names the key and valid values
   */
  public static Settings of(
      Map<String, String> commandLine, Map<String, String> environment, Map<String, String> file) {
    Map<String, String> given = new TreeMap<>();
    Map<String, String> origins = new TreeMap<>();
    Map<String, String> kafka = new TreeMap<>();
    file.forEach(
        (key, value) -> {
          if (key.startsWith(KAFKA)) {
            kafka.put(key.substring(KAFKA.length()), value);
          } else {
            put(key, value, "file", given, origins);
          }
        });
    for (String key : DEFINITION.names()) {
      String value = environment.get(variable(key));
      if (value != null) {
        put(key, value, variable(key), given, origins);
      }
    }
    commandLine.forEach((key, value) -> put(key, value, "command line", given, origins));
    try {
      return new Settings(
          new AbstractConfig(DEFINITION, SecretReferences.resolve(given), false),
          origins,
          SecretReferences.resolve(kafka));
    } catch (ConfigException e) {
      throw OperatorError.usage(InvalidSetting.describe(e, DEFINITION, origins), e);
    }
  }

  /**
   * Returns a sentence for each environment variable that looks like a misspelt setting. Others
   * that begin with STORYWIRE_ have other uses; Kubernetes sets some.
   */
  public static List<String> misspelt(Map<String, String> environment) {
    Set<String> variables = new TreeSet<>(); // without the prefix, which all have
    DEFINITION.names().forEach(key -> variables.add(variable(key).substring(ENVIRONMENT.length())));
    List<String> sentences = new ArrayList<>();
    for (String name : new TreeSet<>(environment.keySet())) {
      String rest = name.startsWith(ENVIRONMENT) ? name.substring(ENVIRONMENT.length()) : "";
      if (!variables.contains(rest)) {
        NearestWord.of(rest, variables)
            .map(
                near -> "%s is not a setting; did you mean %s?".formatted(name, ENVIRONMENT + near))
            .ifPresent(sentences::add);
      }
    }
    return sentences;
  }

  private static void put(
      String key,
      String value,
      String origin,
      Map<String, String> given,
      Map<String, String> origins) {
    if (!DEFINITION.names().contains(key)) {
      throw OperatorError.usage(
          "unknown setting '%s' (from the %s)%s The settings are: %s"
              .formatted(
                  key,
                  origin,
                  NearestWord.of(key, DEFINITION.names())
                      .map("; did you mean '%s'?"::formatted)
                      .orElse("."),
                  String.join(", ", DEFINITION.names().stream().sorted().toList())),
          null);
    }
    given.put(key, value);
    origins.put(key, origin);
  }

  private static String variable(String key) {
    return ENVIRONMENT + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
  }

  /** Returns a value as text. */
  public String text(String key) {
    return String.valueOf(values.values().get(key));
  }

  /** Returns the value of an integer setting. */
  public int number(String key) {
    return values.getInt(key);
  }

  /** Returns the absolute path of the data directory. */
  public Path dataDir() {
    return Path.of(text(DATA_DIR)).toAbsolutePath();
  }

  /** Returns the consumer group, which is also the prefix of changelog topics. */
  public String applicationId() {
    String id = text(APPLICATION_ID);
    return id.isEmpty() ? text(PREFIX).replaceAll("[.]$", "") : id;
  }

  /** Returns the settings for Kafka clients, without the prefix {@code kafka.}. */
  public Map<String, String> kafka() {
    return kafka;
  }

  /** Returns the topics that the service needs. */
  public TopicSetup topics() {
    int replication = number(REPLICATION);
    return new TopicSetup(
        text(PREFIX),
        replication == 0 ? Optional.empty() : Optional.of(replication),
        Map.of(Topic.RAW, number(RAW_PARTITIONS), Topic.PREPARED, number(LANE_PARTITIONS)));
  }

  /** Returns the settings of a lane. */
  public LaneSettings lane() {
    return new LaneSettings(
        Duration.ofHours(number(CLOSE_AFTER_HOURS)),
        Duration.ofDays(number(REMEMBER_DAYS)),
        values.getBoolean(WITHDRAW_COPIES),
        values.getBoolean(LINK_LANES));
  }

  /** Returns the settings of the HTTP server. */
  public HttpSettings http() {
    HttpSettings http =
        HttpSettings.defaults()
            .withAddress(text(HTTP_HOST), number(HTTP_PORT))
            .withHostNames(Set.copyOf(values.getList(HTTP_NAMES)));
    String items = values.getPassword(HTTP_TOKEN).value();
    String edits = values.getPassword(HTTP_EDIT_TOKEN).value();
    http = items.isEmpty() ? http : http.withItemToken(items);
    http = edits.isEmpty() ? http : http.withEditToken(edits);
    String reading = values.getPassword(HTTP_READ_TOKEN).value();
    return reading.isEmpty() ? http : http.withReadToken(reading);
  }

  /** Returns the settings that change which stories are made. */
  public SortedMap<String, String> deciding() {
    SortedMap<String, String> deciding = new TreeMap<>();
    SettingsDefinition.DECIDING.forEach(key -> deciding.put(key, text(key)));
    return deciding;
  }

  /** Returns the settings with which a Kafka client connects to the brokers. */
  public Map<String, String> client() {
    Map<String, String> client = new TreeMap<>(kafka);
    client.put(BOOTSTRAP_SERVERS, text(BOOTSTRAP_SERVERS));
    return client;
  }

  /** Returns each setting with its value and origin, for the log. Secrets are hidden. */
  public Map<String, String> origins() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String key : DEFINITION.names().stream().sorted().toList()) {
      String origin = origins.get(key);
      boolean isUnset = origin == null && values.typeOf(key) == ConfigDef.Type.PASSWORD;
      all.put(
          key,
          isUnset ? "(not set)" : text(key) + " (" + (origin == null ? "default" : origin) + ")");
    }
    return all;
  }
}
