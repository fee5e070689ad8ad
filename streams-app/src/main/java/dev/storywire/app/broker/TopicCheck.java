package dev.storywire.app.broker;

import dev.storywire.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares a topic with the catalogue, and states the consequence of each difference. */
final class TopicCheck {
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
          check.alter("min.insync.replicas", Integer.toString(replicationFactor)));
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
    if (found.equals(wanted)) {
      return;
    }
    switch (key) {
      case "cleanup.policy" -> add(key, found, wanted, policyHarm(), true, alter(key, wanted));
      case "message.timestamp.type" ->
          add(key, found, wanted, stampHarm(wanted), true, alter(key, wanted));
      case "max.message.bytes" -> {
        if (Long.parseLong(found) < Long.parseLong(wanted)) {
          add(key, found, wanted, "large records would stop the service", true, alter(key, wanted));
        }
      }
      case "min.insync.replicas" -> {
        if (Long.parseLong(found) < Long.parseLong(wanted)) {
          add(
              key,
              found,
              wanted,
              "the loss of a broker can lose records",
              false,
              alter(key, wanted));
        }
      }
      case "compression.type" -> {
        if (!found.equals("gzip")) { // every client has it
          add(
              key,
              found,
              wanted,
              "clients without the codec cannot read it",
              false,
              alter(key, wanted));
        }
      }
      default ->
          add(
              key,
              found,
              wanted,
              "records are kept for a different time",
              false,
              alter(key, wanted));
    }
  }

  private String policyHarm() {
    return switch (topic.cleanup()) {
      case DELETE -> "compaction would delete records that a replay or a consumer needs";
      case COMPACT -> "current values would be deleted by age";
    };
  }

  private static String stampHarm(String wanted) {
    return wanted.equals("CreateTime")
        ? "the event time would be lost"
        : "retention would use the event time, and old news would be deleted on arrival";
  }

  private String alter(String key, String value) {
    return "kafka-configs.sh --bootstrap-server HOST:PORT --alter --entity-type topics --entity-name "
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
