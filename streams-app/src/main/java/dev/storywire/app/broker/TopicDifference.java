package dev.storywire.app.broker;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A topic setting that is not as the catalogue wants it.
 *
 * @param setting the topic setting, or "partitions"
 * @param harm what follows from it, as the end of a sentence
 * @param fatal whether the service refuses to start on it
 * @param mend the command that puts it right
 */
public record TopicDifference(
    String topic,
    String setting,
    String found,
    String wanted,
    String harm,
    boolean fatal,
    String mend) {

  /** All of it, for people. */
  @JsonProperty
  public String sentence() {
    return "%s: %s is %s, wanted %s: %s. Mend it with: %s"
        .formatted(topic, setting, found, wanted, harm, mend);
  }
}
