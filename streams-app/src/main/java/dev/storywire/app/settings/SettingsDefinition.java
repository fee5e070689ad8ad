package dev.storywire.app.settings;

import dev.storywire.schemas.Topic;
import dev.storywire.serve.http.HttpSettings;
import dev.storywire.story.prepare.LaneRule;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Declares each setting once: key, type, default, bounds and documentation. {@code
 * docs/settings.md} is generated from this class.
 */
final class SettingsDefinition {
  /** Groups, in the order of the documentation. */
  static final String CONNECTION = "Connection and data";

  static final String DECISIONS = "Stories";
  static final String FLOW = "Flow";
  static final String TOPICS = "Topics";
  static final String HTTP = "Page and API";

  /** Settings that change which stories are made, or how lanes are spread over partitions. */
  static final List<String> DECIDING =
      List.of(
          Settings.GRACE_MS,
          Settings.RAW_PARTITIONS,
          Settings.LANE_PARTITIONS,
          Settings.LANE_BY,
          Settings.CLOSE_AFTER_HOURS,
          Settings.REMEMBER_DAYS,
          Settings.WITHDRAW_COPIES,
          Settings.LINK_LANES);

  private final ConfigDef definition = new ConfigDef();

  private SettingsDefinition() {}

  static ConfigDef create() {
    SettingsDefinition settings = new SettingsDefinition();
    settings.connection();
    settings.decisions();
    settings.flow();
    settings.topics();
    settings.http();
    return settings.definition;
  }

  private void connection() {
    define(
        CONNECTION,
        Settings.BOOTSTRAP_SERVERS,
        ConfigDef.Type.STRING,
        "localhost:9092",
        "Brokers to connect to first, as host:port,...");
    define(
        CONNECTION,
        Settings.PREFIX,
        ConfigDef.Type.STRING,
        Topic.DEFAULT_PREFIX,
        "Prefix of topic names.");
    define(
        CONNECTION,
        Settings.APPLICATION_ID,
        ConfigDef.Type.STRING,
        "",
        "Consumer group, and prefix of changelog topics. Default: the topic prefix without its dot.");
    define(
        CONNECTION,
        Settings.DATA_DIR,
        ConfigDef.Type.STRING,
        "data",
        "Directory of the state stores and of the embedded broker's data.");
  }

  private void decisions() {
    define(
        DECISIONS,
        Settings.LANE_BY,
        ConfigDef.Type.STRING,
        "language",
        ConfigDef.LambdaValidator.with(
            (key, value) -> checkLane(key, String.valueOf(value)), () -> "fields joined by +"),
        "Lane of an article: `language`, a top-level field of the item, or several joined by `+`.");
    define(
        DECISIONS,
        Settings.CLOSE_AFTER_HOURS,
        ConfigDef.Type.INT,
        96,
        Range.between(1, 24 * 365),
        "A story closes when no article has joined it for this time. Event time.");
    define(
        DECISIONS,
        Settings.REMEMBER_DAYS,
        ConfigDef.Type.INT,
        30,
        Range.between(1, 3650),
        "Articles expire, and closed stories retire, after this time. Event time.");
    define(
        DECISIONS,
        Settings.WITHDRAW_COPIES,
        ConfigDef.Type.BOOLEAN,
        false,
        "If true, a kill also withdraws the copies of the killed article; if false, it flags them.");
    define(
        DECISIONS,
        Settings.LINK_LANES,
        ConfigDef.Type.BOOLEAN,
        true,
        "If true, stories of different lanes about the same event are linked.");
  }

  private void flow() {
    define(
        FLOW,
        Settings.THREADS,
        ConfigDef.Type.INT,
        2,
        Range.between(1, 64),
        "Stream threads of this instance.");
    define(
        FLOW,
        Settings.COMMIT_MS,
        ConfigDef.Type.INT,
        25,
        Range.between(10, 60_000),
        "Minimum time between transactions. A result may wait this long twice: in prepare and in assign.");
    define(
        FLOW,
        Settings.GRACE_MS,
        ConfigDef.Type.INT,
        50,
        Range.between(10, 60_000),
        "How far event times within a raw partition may be out of order without making an article late.");
    define(
        FLOW,
        Settings.STANDBYS,
        ConfigDef.Type.INT,
        1,
        Range.between(0, 3),
        "Other instances that keep a standby copy of each lane's stores.");
  }

  private void topics() {
    define(
        TOPICS,
        Settings.REPLICATION,
        ConfigDef.Type.INT,
        0,
        Range.between(0, 7),
        "Replicas of each partition. 0: as many as there are brokers, at most 3.");
    define(
        TOPICS,
        Settings.RAW_PARTITIONS,
        ConfigDef.Type.INT,
        Topic.RAW.partitions(),
        Range.between(1, 256),
        "Partitions of the raw topic, if the service creates it.");
    define(
        TOPICS,
        Settings.LANE_PARTITIONS,
        ConfigDef.Type.INT,
        Topic.PREPARED.partitions(),
        Range.between(1, 256),
        "Partitions over which the lanes are spread. At most this many threads decide articles.");
  }

  private void http() {
    define(
        HTTP,
        Settings.HTTP_HOST,
        ConfigDef.Type.STRING,
        "127.0.0.1",
        "Address that the page and the API listen on.");
    define(
        HTTP,
        Settings.HTTP_PORT,
        ConfigDef.Type.INT,
        HttpSettings.DEFAULT_PORT,
        Range.between(0, 65_535),
        "Port that the page and the API listen on. 0: any free port.");
    define(
        HTTP,
        Settings.HTTP_NAMES,
        ConfigDef.Type.LIST,
        List.of(),
        "Host names that requests may use, besides localhost and IP addresses. Others are refused.");
    secret(Settings.HTTP_TOKEN, "Bearer token for `POST /api/items`. Empty: the endpoint is off.");
    secret(
        Settings.HTTP_EDIT_TOKEN,
        "Bearer token for `POST /api/edits`. Empty: the endpoint is off.");
    secret(
        Settings.HTTP_READ_TOKEN,
        "Bearer token for reading, by the API and the page. Empty: everyone may read.");
    define(
        HTTP,
        Settings.ADVERTISED,
        ConfigDef.Type.STRING,
        "",
        "host:port at which other instances reach this one. Default: its own address.");
    define(
        HTTP,
        Settings.WEBHOOKS_FILE,
        ConfigDef.Type.STRING,
        "",
        "File with the webhooks for saved searches, as JSON. Empty: none.");
  }

  private void secret(String key, String summary) {
    define(HTTP, key, ConfigDef.Type.PASSWORD, "", null, summary);
  }

  private void define(String group, String key, ConfigDef.Type type, Object value, String summary) {
    define(group, key, type, value, null, summary);
  }

  private void define(
      String group,
      String key,
      ConfigDef.Type type,
      Object value,
      @Nullable Validator validator,
      String summary) {
    int order = definition.names().size();
    definition.define(
        key, type, value, validator, Importance.MEDIUM, summary, group, order, Width.NONE, key);
  }

  private static void checkLane(String key, String value) {
    try {
      LaneRule unused = LaneRule.parse(value);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(key, value, e.getMessage());
    }
  }
}
