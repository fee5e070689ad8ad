package dev.storywire.topology.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicReaderTest {
  private static final String TOPIC = "test.raw";
  private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
  private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final TopicReader<String> reader = new TopicReader<>(consumer);
  private final List<String> read = new ArrayList<>();

  TopicReaderTest() {
    consumer.updatePartitions(TOPIC, List.of(partition(0), partition(1)));
    consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    consumer.updateEndOffsets(Map.of(FIRST, 3L, SECOND, 2L));
  }

  @Test
  void readsBetweenTwoOffsetsOfEachPartition() {
    consumer.schedulePollTask(() -> add(FIRST, 0, 4));
    consumer.schedulePollTask(() -> add(SECOND, 0, 2));

    reader.read(Map.of(FIRST, 1L), Map.of(FIRST, 3L, SECOND, 2L), this::note);

    assertThat(read).containsExactlyInAnyOrder("0-1", "0-2", "1-0", "1-1");
    assertThat(consumer.assignment()).isEmpty();
  }

  @Test
  void doesNotReadIfNothingIsLeft() {
    reader.read(Map.of(FIRST, 3L), Map.of(FIRST, 3L), this::note);

    assertThat(read).isEmpty();
  }

  @Test
  void followsAllPartitionsOfATopicFromItsEnd() {
    reader.seek(reader.ends(List.of(TOPIC)));
    assertThat(reader.hasReached(Map.of(FIRST, 3L, SECOND, 2L))).isTrue();

    add(FIRST, 0, 4);
    reader.poll(Duration.ZERO).forEach(this::note);

    assertThat(read).containsExactly("0-3");
    assertThat(reader.hasReached(Map.of(FIRST, 5L))).isFalse();
  }

  @Test
  void namesATopicThatDoesNotExist() {
    assertThatThrownBy(() -> reader.ends(List.of("test.none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no topic test.none");
  }

  private void note(ConsumerRecord<String, byte[]> record) {
    read.add(record.partition() + "-" + record.offset());
  }

  private void add(TopicPartition partition, int from, int to) {
    for (long offset = from; offset < to; offset++) {
      consumer.addRecord(
          new ConsumerRecord<>(TOPIC, partition.partition(), offset, "key", new byte[0]));
    }
  }

  private static PartitionInfo partition(int number) {
    Node node = new Node(0, "localhost", 9092);
    return new PartitionInfo(TOPIC, number, node, new Node[] {node}, new Node[] {node});
  }
}
