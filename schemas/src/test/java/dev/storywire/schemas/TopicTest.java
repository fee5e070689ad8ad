package dev.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {

  @Test
  void buildsNamesFromThePrefix() {
    assertThat(Topic.STORY_EVENTS.name(Topic.DEFAULT_PREFIX)).isEqualTo("storywire.story-events");
    assertThat(Topic.RAW.name("trial.")).isEqualTo("trial.raw");
  }

  @ParameterizedTest
  @EnumSource
  void requiresTwoInSyncReplicasOfThree(Topic topic) {
    assertThat(topic.config(3)).containsEntry("min.insync.replicas", "2");
    assertThat(topic.config(1)).containsEntry("min.insync.replicas", "1");
  }

  @ParameterizedTest
  @EnumSource(names = {"ARTICLES", "STORIES"})
  void compactsTopicsOfCurrentValues(Topic topic) {
    assertThat(topic.cleanup()).isEqualTo(Topic.Cleanup.COMPACT);
    assertThat(topic.config(1))
        .containsEntry("cleanup.policy", "compact")
        .doesNotContainKey("retention.ms");
  }

  @ParameterizedTest
  @EnumSource(names = {"DEAD_LETTERS", "PREPARED"})
  void deletesByAppendTime(Topic topic) {
    assertThat(topic.cleanup()).isEqualTo(Topic.Cleanup.DELETE);
    assertThat(Duration.ofMillis(Long.parseLong(topic.config(1).get("retention.ms"))))
        .isGreaterThanOrEqualTo(Duration.ofDays(2));
    assertThat(topic.config(1)).containsEntry("message.timestamp.type", "LogAppendTime");
  }

  @ParameterizedTest
  @EnumSource(names = {"RAW", "STORY_EVENTS"})
  void keepsTheHistory(Topic topic) {
    assertThat(topic.config(1)).containsEntry("retention.ms", "-1");
  }

  @Test
  void keepsTheEventTimeOfRawRecords() {
    assertThat(Topic.RAW.config(1)).containsEntry("message.timestamp.type", "CreateTime");
  }

  @ParameterizedTest
  @EnumSource
  void acceptsTheLargestRecord(Topic topic) {
    assertThat(topic.config(1))
        .containsEntry("max.message.bytes", Integer.toString(Topic.MAX_RECORD_BYTES));
  }

  @ParameterizedTest
  @EnumSource
  void onlyOutputsAreStoredUncompressedForEveryClient(Topic topic) {
    boolean output = topic != Topic.RAW && topic != Topic.PREPARED;
    assertThat(topic.config(1).get("compression.type")).isEqualTo(output ? "uncompressed" : null);
  }

  @Test
  void everyTopicOfTheContractHasASchema() {
    for (Topic topic : Topic.values()) {
      boolean internal = topic == Topic.PREPARED;
      String file = topic.name("") + ".schema.json";
      assertThat(Contract.CURRENT.resolve(file).toFile().exists()).as(file).isEqualTo(!internal);
    }
  }
}
