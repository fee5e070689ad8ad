package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.query.NotReadyException;
import dev.storywire.serve.topics.EventLog;
import dev.storywire.serve.topics.EventLog.LoggedEvent;
import dev.storywire.serve.topics.LogPosition;
import dev.storywire.topology.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** Checks the positions of the log against the offsets of its topic. */
class TopicEventLogTest {
  private static final String TOPIC = "test.story-events";
  private static final TopicPartition P0 = new TopicPartition(TOPIC, 0);
  private static final TopicPartition P1 = new TopicPartition(TOPIC, 1);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
  private final EventLog log = new TopicEventLog(() -> new TopicReader<>(consumer), TOPIC);

  TopicEventLogTest() {
    Node node = new Node(0, "localhost", 9092);
    List<PartitionInfo> partitions = new ArrayList<>();
    for (int i : List.of(1, 0)) {
      partitions.add(new PartitionInfo(TOPIC, i, node, new Node[] {node}, new Node[] {node}));
    }
    consumer.updatePartitions(TOPIC, partitions);
    consumer.updateBeginningOffsets(Map.of(P0, 10L, P1, 0L));
    consumer.updateEndOffsets(Map.of(P0, 20L, P1, 5L));
  }

  @Test
  void startsAtTheEnd() {
    assertThat(log.atEnd().position()).isEqualTo(position(20, 5));
  }

  @Test
  void givesEachEventThePositionAfterIt() {
    try (EventLog.Reader reader = log.at(position(12, 3))) {
      add(P1, 3, event("s1", 1));
      add(P1, 4, event("s1", 2));
      add(P0, 15, event("s2", 1)); // after the marker of a transaction
      List<LoggedEvent> events = reader.poll(Duration.ZERO);

      assertThat(events).hasSize(3);
      assertThat(events.get(events.size() - 1).next()).isEqualTo(position(16, 5));
      for (LoggedEvent event : events) {
        long own = event.next().offsets().get(event.event().storyId().equals("s1") ? 1 : 0);
        assertThat(own)
            .isEqualTo(event.event().storyId().equals("s2") ? 16 : 3 + event.event().seq());
      }
      assertThat(reader.position()).isEqualTo(position(16, 5));
    }
  }

  @Test
  void skipsARecordThatIsNoEvent() {
    try (EventLog.Reader reader = log.atBeginning()) {
      assertThat(reader.position()).isEqualTo(position(10, 0));
      add(P0, 10, "{".getBytes(StandardCharsets.UTF_8));

      assertThat(reader.poll(Duration.ZERO)).isEmpty();
      assertThat(reader.position()).isEqualTo(position(11, 0));
    }
  }

  @Test
  void refusesAPositionThatTheLogNeverHad() {
    assertThatThrownBy(() -> log.at(position(21, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("after the end");
    assertThat(consumer.closed()).isTrue();
  }

  @Test
  void refusesAPositionOfAnotherLog() {
    assertThatThrownBy(() -> log.at(position(12)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 numbers for 2 partitions");
  }

  @Test
  void refusesAPositionWhoseEventsHaveBeenDeleted() {
    assertThatThrownBy(() -> log.at(position(9, 5)))
        .isInstanceOf(EventLog.EventsDeletedException.class);
  }

  @Test
  void failsIfEventsAreDeletedWhileItReads() {
    try (EventLog.Reader reader = log.at(position(12, 0))) {
      consumer.updateBeginningOffsets(Map.of(P0, 15L, P1, 0L));
      add(P0, 15, event("s1", 1));

      assertThatThrownBy(() -> reader.poll(Duration.ZERO))
          .isInstanceOf(OffsetOutOfRangeException.class);
    }
  }

  @Test
  void reportsABrokerThatDoesNotAnswer() {
    EventLog away =
        new TopicEventLog(
            () -> {
              throw new TimeoutException("no broker");
            },
            TOPIC);

    assertThatThrownBy(away::atEnd)
        .isInstanceOf(NotReadyException.class)
        .hasMessageContaining("no broker");
  }

  private void add(TopicPartition partition, long offset, byte[] value) {
    consumer.addRecord(new ConsumerRecord<>(TOPIC, partition.partition(), offset, "key", value));
  }

  private static byte[] event(String storyId, long seq) {
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");
    return new JsonSerde<>(StoryEvent.class)
        .serializer()
        .serialize(TOPIC, new StoryEvent.Reopened(storyId, seq, noon, "en", null));
  }

  private static LogPosition position(long... offsets) {
    return new LogPosition(Arrays.stream(offsets).boxed().toList());
  }
}
