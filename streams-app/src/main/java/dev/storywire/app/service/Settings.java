package dev.storywire.app.service;

import dev.storywire.app.broker.TopicSetup;
import dev.storywire.app.process.OperatorError;
import dev.storywire.schemas.Topic;
import dev.storywire.serve.HttpSettings;
import dev.storywire.story.LaneSettings;
import dev.storywire.story.prepare.LaneRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

/**
 * Everything an operator can set, each declared once: key, type, default, bound and a line of
 * documentation. A value comes from the command line, else the environment ({@code
 * close.after.hours} is {@code STORYWIRE_CLOSE_AFTER_HOURS}), else the file, else the default. Keys
 * that begin with {@code kafka.} are passed on to the Kafka clients.
 */
public final class Settings {
  public static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
  public static final String PREFIX = "prefix";
  public static final String APPLICATION_ID = "application.id";
  public static final String DATA_DIR = "data.dir";
  static final String THREADS = "threads";
  static final String COMMIT_MS = "commit.ms";
  static final String GRACE_MS = "grace.ms";
  static final String STANDBYS = "standbys";
  static final String REPLICATION = "replication.factor";
  static final String RAW_PARTITIONS = "raw.partitions";
  static final String LANE_PARTITIONS = "lane.partitions";
  static final String LANE_BY = "lane.by";
  static final String CLOSE_AFTER_HOURS = "close.after.hours";
  static final String REMEMBER_DAYS = "remember.days";
  static final String WITHDRAW_COPIES = "withdraw.copies";
  static final String HTTP_HOST = "http.host";
  public static final String HTTP_PORT = "http.port";
  static final String HTTP_NAMES = "http.names";
  static final String HTTP_TOKEN = "http.token";
  static final String ADVERTISED = "http.advertised";

  private static final String KAFKA = "kafka.";
  private static final String ENVIRONMENT = "STORYWIRE_";

  private static final ConfigDef DEFINITION =
      new ConfigDef()
          .define(
              BOOTSTRAP_SERVERS,
              ConfigDef.Type.STRING,
              "localhost:9092",
              Importance.HIGH,
              "Brokers to start from.")
          .define(
              PREFIX,
              ConfigDef.Type.STRING,
              Topic.DEFAULT_PREFIX,
              Importance.HIGH,
              "What the topics' names begin with.")
          .define(
              APPLICATION_ID,
              ConfigDef.Type.STRING,
              "",
              Importance.MEDIUM,
              "Names the consumer group and the changelogs; empty: the prefix without its dot.")
          .define(
              DATA_DIR,
              ConfigDef.Type.STRING,
              "data",
              Importance.HIGH,
              "Where the state stores, and the embedded broker's data, are kept.")
          .define(
              THREADS,
              ConfigDef.Type.INT,
              2,
              Range.between(1, 64),
              Importance.MEDIUM,
              "Stream threads of this instance.")
          .define(
              COMMIT_MS,
              ConfigDef.Type.INT,
              100,
              Range.between(10, 60_000),
              Importance.MEDIUM,
              "Time between transactions: what a verdict waits at most, per hop.")
          .define(
              GRACE_MS,
              ConfigDef.Type.INT,
              50,
              Range.between(10, 60_000),
              Importance.MEDIUM,
              "How much disorder of event times is healed.")
          .define(
              STANDBYS,
              ConfigDef.Type.INT,
              1,
              Range.between(0, 3),
              Importance.MEDIUM,
              "Further instances that keep each lane's stores warm.")
          .define(
              REPLICATION,
              ConfigDef.Type.INT,
              0,
              Range.between(0, 7),
              Importance.MEDIUM,
              "Copies of each topic's partitions; 0: as many as there are brokers, at most 3.")
          .define(
              RAW_PARTITIONS,
              ConfigDef.Type.INT,
              Topic.RAW.partitions(),
              Range.between(1, 256),
              Importance.LOW,
              "Partitions that the raw topic is made with.")
          .define(
              LANE_PARTITIONS,
              ConfigDef.Type.INT,
              Topic.PREPARED.partitions(),
              Range.between(1, 256),
              Importance.LOW,
              "Partitions that lanes are spread over.")
          .define(
              LANE_BY,
              ConfigDef.Type.STRING,
              "language",
              ConfigDef.LambdaValidator.with(
                  (key, value) -> checkLane(key, String.valueOf(value)),
                  () -> "fields joined by +"),
              Importance.MEDIUM,
              "Which lane an article belongs to: language, a field of the item, or several joined by +.")
          .define(
              CLOSE_AFTER_HOURS,
              ConfigDef.Type.INT,
              96,
              Range.between(1, 24 * 365),
              Importance.MEDIUM,
              "A story without a new article for this long closes (event time).")
          .define(
              REMEMBER_DAYS,
              ConfigDef.Type.INT,
              30,
              Range.between(1, 3650),
              Importance.MEDIUM,
              "An article, or a story without a new one, is forgotten after this (event time).")
          .define(
              WITHDRAW_COPIES,
              ConfigDef.Type.BOOLEAN,
              false,
              Importance.MEDIUM,
              "Whether copies of a killed original are withdrawn too, not only flagged.")
          .define(
              HTTP_HOST,
              ConfigDef.Type.STRING,
              "127.0.0.1",
              Importance.HIGH,
              "Address the page and the API listen on.")
          .define(
              HTTP_PORT,
              ConfigDef.Type.INT,
              HttpSettings.DEFAULT_PORT,
              Range.between(0, 65_535),
              Importance.HIGH,
              "Port the page and the API listen on; 0: any free one.")
          .define(
              HTTP_NAMES,
              ConfigDef.Type.LIST,
              List.of(),
              Importance.LOW,
              "Host names, beside localhost and addresses, under which the page may be asked.")
          .define(
              HTTP_TOKEN,
              ConfigDef.Type.PASSWORD,
              "",
              Importance.MEDIUM,
              "Bearer token for pushing items to /api/items; empty: nothing can be pushed.")
          .define(
              ADVERTISED,
              ConfigDef.Type.STRING,
              "",
              Importance.LOW,
              "host:port by which other instances reach this one; empty: its own address.");

  private static final List<String> DECIDING =
      List.of(
          GRACE_MS,
          RAW_PARTITIONS,
          LANE_PARTITIONS,
          LANE_BY,
          CLOSE_AFTER_HOURS,
          REMEMBER_DAYS,
          WITHDRAW_COPIES);

  private final AbstractConfig values;
  private final Map<String, String> origins;
  private final Map<String, String> kafka;

  private Settings(AbstractConfig values, Map<String, String> origins, Map<String, String> kafka) {
    this.values = values;
    this.origins = origins;
    this.kafka = kafka;
  }

  /**
   * Settings from their sources.
   *
   * @param commandLine wins over all
   * @param environment variables that begin with STORYWIRE_
   * @param file of a configuration file
   * @throws OperatorError naming the key, the value and what would be right
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
      return new Settings(new AbstractConfig(DEFINITION, given, false), origins, kafka);
    } catch (ConfigException e) {
      throw new OperatorError("a setting is wrong: " + e.getMessage(), e);
    }
  }

  private static void put(
      String key,
      String value,
      String origin,
      Map<String, String> given,
      Map<String, String> origins) {
    if (!DEFINITION.names().contains(key)) {
      throw new OperatorError(
          "there is no setting '%s' (from the %s); did you mean %s? There are: %s"
              .formatted(
                  key,
                  origin,
                  Spelling.nearest(key, DEFINITION.names()),
                  String.join(", ", DEFINITION.names().stream().sorted().toList())));
    }
    given.put(key, value);
    origins.put(key, origin);
  }

  private static String variable(String key) {
    return ENVIRONMENT + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
  }

  private static void checkLane(String key, String value) {
    try {
      LaneRule unused = LaneRule.parse(value);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(key, value, e.getMessage());
    }
  }

  /** A setting as text. */
  public String text(String key) {
    return String.valueOf(values.values().get(key));
  }

  int number(String key) {
    return values.getInt(key);
  }

  /** Where state is kept, absolute. */
  public Path dataDir() {
    return Path.of(text(DATA_DIR)).toAbsolutePath();
  }

  /** The consumer group, which also names the changelogs. */
  public String applicationId() {
    String id = text(APPLICATION_ID);
    return id.isEmpty() ? text(PREFIX).replaceAll("[.]$", "") : id;
  }

  Map<String, String> kafka() {
    return kafka;
  }

  TopicSetup topics() {
    int replication = number(REPLICATION);
    return new TopicSetup(
        text(PREFIX),
        replication == 0 ? Optional.empty() : Optional.of(replication),
        Map.of(Topic.RAW, number(RAW_PARTITIONS), Topic.PREPARED, number(LANE_PARTITIONS)));
  }

  LaneSettings lane() {
    return new LaneSettings(
        Duration.ofHours(number(CLOSE_AFTER_HOURS)),
        Duration.ofDays(number(REMEMBER_DAYS)),
        values.getBoolean(WITHDRAW_COPIES));
  }

  HttpSettings http() {
    HttpSettings http =
        HttpSettings.defaults()
            .at(text(HTTP_HOST), number(HTTP_PORT))
            .named(Set.copyOf(values.getList(HTTP_NAMES)));
    String token = values.getPassword(HTTP_TOKEN).value();
    return token.isEmpty() ? http : http.takingItems(token);
  }

  /** The settings that decide what is told, and how it is spread. */
  public SortedMap<String, String> deciding() {
    SortedMap<String, String> deciding = new TreeMap<>();
    DECIDING.forEach(key -> deciding.put(key, text(key)));
    return deciding;
  }

  /** What any client needs to reach the brokers. */
  public Map<String, String> client() {
    Map<String, String> client = new TreeMap<>(kafka);
    client.put(BOOTSTRAP_SERVERS, text(BOOTSTRAP_SERVERS));
    return client;
  }

  /** Every setting and where it is from, for the log; secrets hidden. */
  Map<String, String> origins() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String key : DEFINITION.names().stream().sorted().toList()) {
      all.put(key, text(key) + " (" + origins.getOrDefault(key, "default") + ")");
    }
    return all;
  }
}
