package dev.storywire.app.broker;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.storywire.schemas.Topic;
import java.util.List;
import java.util.Map;

/**
 * A topic of the catalogue as a broker has it.
 *
 * @param partitions 0 where it does not exist
 * @param config the settings that the catalogue names, as found
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

  /** Whether the brokers have it. */
  public boolean exists() {
    return partitions > 0;
  }

  /** Whether the service starts on it. */
  public boolean usable() {
    return exists() && differences.stream().noneMatch(TopicDifference::fatal);
  }

  /** One word: missing, ok, differs (the service runs with it), or wrong (it does not). */
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
