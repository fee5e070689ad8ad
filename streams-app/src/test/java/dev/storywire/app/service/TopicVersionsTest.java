package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.serve.topics.ArticleVersions;
import dev.storywire.serve.topics.ArticleVersions.VersionText;
import dev.storywire.topology.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Tests finding versions of an article on the raw topic; a record's time is its offset. */
class TopicVersionsTest {
  private static final String TOPIC = "test.raw";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final String URI = "urn:a";

  private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
  private final ArticleVersions versions =
      new TopicVersions(() -> new TopicReader<>(new Raw(records)), TOPIC);

  @Test
  void findsTheVersionsNearTheirTimes() {
    fill(1_000);
    add(URI, item(URI, 1, "usable", "Twelve were hurt."));
    fill(3_000);
    add(URI, item(URI, 2, "usable", "Two were hurt."));
    fill(1_000);

    List<VersionText> found = find(1_000, 4_001);

    assertThat(found).extracting(VersionText::version).containsExactly(1, 2);
    assertThat(found.get(0).at()).isEqualTo(Instant.ofEpochMilli(1_000));
    assertThat(found.get(0).headline()).isEqualTo("Ferry hits quay");
    assertThat(found.get(0).text()).isEqualTo("Twelve were hurt.");
    assertThat(found.get(1).text()).isEqualTo("Two were hurt.");
  }

  @Test
  void findsARecordThatWasOvertaken() {
    fill(TopicVersions.RECORDS_BEFORE);
    add(URI, item(URI, 1, "usable", "Twelve were hurt."));
    fill(TopicVersions.RECORDS_AFTER);

    assertThat(find(0)).hasSize(1);
    assertThat(find(2L * TopicVersions.RECORDS_BEFORE)).hasSize(1);
    assertThat(find(2L * TopicVersions.RECORDS_BEFORE + 1)).isEmpty();
  }

  @Test
  void leavesOutVersionsThatAreNotUsable() {
    add(URI, item(URI, 1, "withheld", "Twelve were hurt."));
    add(URI, item(URI, 2, "usable", "Two were hurt."));
    add(URI, item(URI, 2, "canceled", "Two were hurt."));
    add("urn:b", item("urn:b", 3, "usable", "Another article."));
    add(URI, "{");

    assertThat(find(0)).isEmpty();
  }

  @Test
  void findsNothingAfterTheEnd() {
    add(URI, item(URI, 1, "usable", "Twelve were hurt."));

    assertThat(find(100)).hasSize(1);
    assertThat(versions.find("urn:c", List.of(Instant.EPOCH))).isEmpty();
  }

  private List<VersionText> find(long... times) {
    List<Instant> asked = new ArrayList<>();
    for (long time : times) {
      asked.add(Instant.ofEpochMilli(time));
    }
    return versions.find(URI, asked);
  }

  private void fill(int number) {
    for (int i = 0; i < number; i++) {
      add("urn:other", "{}");
    }
  }

  private void add(String key, String value) {
    long offset = records.size();
    records.add(
        new ConsumerRecord<>(
            TOPIC,
            0,
            offset,
            offset,
            TimestampType.CREATE_TIME,
            1,
            1,
            key,
            value.getBytes(StandardCharsets.UTF_8),
            new RecordHeaders(),
            Optional.empty()));
  }

  private static String item(String uri, int version, String status, String text) {
    return """
    {"uri":"%s","version":"%d","pubStatus":"%s","headlines":[{"value":"Ferry hits quay"}],
     "bodies":[{"contentType":"text/plain","value":"%s"}]}\
    """
        .formatted(uri, version, status, text);
  }

  /** A consumer of these records. */
  private static final class Raw extends MockConsumer<String, byte[]> {
    private final List<ConsumerRecord<String, byte[]>> records;

    Raw(List<ConsumerRecord<String, byte[]>> records) {
      super("earliest");
      this.records = records;
      Node node = new Node(0, "localhost", 9092);
      Node[] nodes = {node};
      updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, nodes, nodes)));
      updateBeginningOffsets(Map.of(PARTITION, 0L));
      updateEndOffsets(Map.of(PARTITION, (long) records.size()));
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      long time = times.getOrDefault(PARTITION, 0L);
      return time < records.size()
          ? Map.of(PARTITION, new OffsetAndTimestamp(time, time))
          : Map.of();
    }

    @Override
    public synchronized void seek(TopicPartition partition, long offset) {
      super.seek(partition, offset);
      records.subList((int) offset, records.size()).forEach(this::addRecord);
    }
  }
}
