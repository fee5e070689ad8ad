package dev.storywire.app.broker;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A topic setting that differs from the catalogue.
 *
 * @param setting the topic setting, or "partitions"
 * @param consequence the consequence, as the end of a sentence
 * @param fatal true if the service refuses to start with it
 * @param remedy the command that corrects it
 */
public record TopicDifference(
    String topic,
    String setting,
    String found,
    String wanted,
    String consequence,
    boolean fatal,
    String remedy) {

  /** Returns the difference as a sentence. */
  @JsonProperty
  public String sentence() {
    return "%s: %s is %s, should be %s: %s. To correct it: %s"
        .formatted(topic, setting, found, wanted, consequence, remedy);
  }
}
