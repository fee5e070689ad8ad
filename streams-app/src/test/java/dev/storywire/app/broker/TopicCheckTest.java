package dev.storywire.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Topic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TopicCheckTest {
  @Test
  void acceptsATopicCreatedFromTheCatalogue() {
    for (Topic topic : Topic.values()) {
      assertThat(check(topic, topic.partitions(), 3, topic.config(3))).isEmpty();
    }
  }

  @Test
  void refusesACompactedRawTopicAndStatesTheRemedy() {
    TopicDifference difference = only(check(Topic.RAW, 4, 1, with("cleanup.policy", "compact")));

    assertThat(difference.fatal()).isTrue();
    assertThat(difference.sentence())
        .startsWith("storywire.raw: cleanup.policy is compact, should be delete: compaction would")
        .endsWith("--entity-name storywire.raw --add-config cleanup.policy=delete");
  }

  @Test
  void refusesAMaximumRecordSizeThatIsTooSmall() {
    assertThat(only(check(Topic.RAW, 4, 1, with("max.message.bytes", "1048588"))).fatal()).isTrue();
    assertThat(check(Topic.RAW, 4, 1, with("max.message.bytes", "67108864"))).isEmpty();
  }

  @Test
  void refusesMoreInSyncReplicasThanReplicas() {
    TopicDifference difference = only(check(Topic.RAW, 4, 1, with("min.insync.replicas", "2")));

    assertThat(difference.fatal()).isTrue();
    assertThat(difference.wanted()).isEqualTo("at most 1");
  }

  @Test
  void warnsOfOtherRetentionAndPartitions() {
    assertThat(only(check(Topic.RAW, 4, 1, with("retention.ms", "86400000"))).fatal()).isFalse();
    assertThat(only(check(Topic.RAW, 2, 1, Topic.RAW.config(1))).fatal()).isFalse();
    assertThat(only(check(Topic.RAW, 12, 1, Topic.RAW.config(1))).fatal()).isFalse();
  }

  @Test
  void mentionsACodecThatSomeClientsDoNotHave() {
    Map<String, String> config = new TreeMap<>(Topic.STORIES.config(1));
    config.put("compression.type", "producer");
    TopicDifference difference = only(check(Topic.STORIES, 4, 1, config));
    assertThat(difference.fatal()).isFalse();
    assertThat(difference.sentence()).contains("clients without the codec cannot read it");

    config.put("compression.type", "gzip");
    assertThat(check(Topic.STORIES, 4, 1, config)).isEmpty();
  }

  private static Map<String, String> with(String key, String value) {
    Map<String, String> config = new TreeMap<>(Topic.RAW.config(1));
    config.put(key, value);
    return config;
  }

  private static List<TopicDifference> check(
      Topic topic, int partitions, int replicas, Map<String, String> config) {
    return TopicCheck.differences(
        topic, topic.name("storywire."), topic.partitions(), partitions, replicas, config);
  }

  private static TopicDifference only(List<TopicDifference> differences) {
    assertThat(differences).hasSize(1);
    return differences.get(0);
  }
}
