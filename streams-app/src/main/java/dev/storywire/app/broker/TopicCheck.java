package dev.storywire.app.broker;

import dev.storywire.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares a topic with the catalogue, and states the consequence of each difference. */
final class TopicCheck {
  /** Settings that lose records or results if they differ. */
  private static final Set<String> FATAL =
      Set.of("cleanup.policy", "message.timestamp.type", "max.message.bytes");

  private final Topic topic;
  private final String name;
  private final List<TopicDifference> differences = new ArrayList<>();

  private TopicCheck(Topic topic, String name) {
    this.topic = topic;
    this.name = name;
  }

  /**
   * Returns the differences, ordered by setting.
   *
   * @param wantedPartitions partitions by the settings or the catalogue
   * @param replicationFactor replicas that the topic has
   * @param found settings that the topic has
   */
  static List<TopicDifference> differences(
      Topic topic,
      String name,
      int wantedPartitions,
      int partitions,
      int replicationFactor,
      Map<String, String> found) {
    TopicCheck check = new TopicCheck(topic, name);
    check.partitions(wantedPartitions, partitions);
    new TreeMap<>(topic.config(replicationFactor))
        .forEach((key, wanted) -> check.setting(key, wanted, found.getOrDefault(key, "unset")));
    int minimum = Integer.parseInt(found.getOrDefault("min.insync.replicas", "1"));
    if (minimum > replicationFactor) {
      check.add(
          "min.insync.replicas",
          Integer.toString(minimum),
          "at most " + replicationFactor,
          "the topic has fewer replicas, so that nothing can be written",
          true,
          check.alterCommand("min.insync.replicas", Integer.toString(replicationFactor)));
    }
    return List.copyOf(check.differences);
  }

  private void partitions(int wanted, int found) {
    if (found < wanted) {
      add(
          "partitions",
          Integer.toString(found),
          Integer.toString(wanted),
          "fewer threads can share the work",
          false,
          "kafka-topics.sh --bootstrap-server HOST:PORT --alter --topic "
              + name
              + " --partitions "
              + wanted
              + " (only while the topic is empty: keys move to other partitions)");
    } else if (found > wanted) {
      add(
          "partitions",
          Integer.toString(found),
          Integer.toString(wanted),
          "the service uses all of them",
          false,
          "--partitions " + found + ", if it is intended");
    }
  }

  private void setting(String key, String wanted, String found) {
    if (!found.equals(wanted) && isRelevant(key, wanted, found)) {
      add(
          key,
          found,
          wanted,
          consequence(key, wanted),
          FATAL.contains(key),
          alterCommand(key, wanted));
    }
  }

  /** Returns true if the difference matters. A higher limit, or the codec gzip, does no harm. */
  private static boolean isRelevant(String key, String wanted, String found) {
    return switch (key) {
      case "max.message.bytes", "min.insync.replicas" ->
          Long.parseLong(found) < Long.parseLong(wanted);
      case "compression.type" -> !found.equals("gzip"); // every client has it
      default -> true;
    };
  }

  private String consequence(String key, String wanted) {
    return switch (key) {
      case "cleanup.policy" -> consequenceOfPolicy();
      case "message.timestamp.type" -> consequenceOfTimestampType(wanted);
      case "max.message.bytes" -> "larger records are refused by the broker";
      case "min.insync.replicas" -> "the loss of a broker can lose records";
      case "compression.type" -> "clients without the codec cannot read it";
      default -> "records are kept for a different time";
    };
  }

  private String consequenceOfPolicy() {
    return switch (topic.cleanup()) {
      case DELETE -> "compaction would delete records that a replay or a consumer needs";
      case COMPACT -> "current values would be deleted by age";
    };
  }

  private static String consequenceOfTimestampType(String wanted) {
    return wanted.equals("CreateTime")
        ? "the event time would be lost"
        : "retention would use the event time, and old news would be deleted on arrival";
  }

  private String alterCommand(String key, String value) {
    return "kafka-configs.sh --bootstrap-server HOST:PORT --alter --entity-type topics"
        + " --entity-name "
        + name
        + " --add-config "
        + key
        + "="
        + value;
  }

  private void add(
      String setting,
      String found,
      String wanted,
      String consequence,
      boolean fatal,
      String remedy) {
    differences.add(new TopicDifference(name, setting, found, wanted, consequence, fatal, remedy));
  }
}
