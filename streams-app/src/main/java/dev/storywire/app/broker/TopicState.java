package dev.storywire.app.broker;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.storywire.schemas.Topic;
import java.util.List;
import java.util.Map;

/**
 * The actual state of a topic of the catalogue.
 *
 * @param partitions 0 if the topic does not exist
 * @param config actual values of the settings that the catalogue states
 */
public record TopicState(
    Topic topic,
    String name,
    int partitions,
    int replicationFactor,
    Map<String, String> config,
    List<TopicDifference> differences) {

  static TopicState missing(Topic topic, String name) {
    return new TopicState(topic, name, 0, 0, Map.of(), List.of());
  }

  /** Returns true if the topic exists. */
  public boolean exists() {
    return partitions > 0;
  }

  /** Returns true if the service can start with the topic as it is. */
  public boolean usable() {
    return exists() && differences.stream().noneMatch(TopicDifference::fatal);
  }

  /** Returns missing, ok, differs (the service starts) or wrong (the service does not start). */
  @JsonProperty("state")
  String verdict() {
    if (!exists()) {
      return "missing";
    }
    if (differences.isEmpty()) {
      return "ok";
    }
    return usable() ? "differs" : "wrong";
  }
}
