package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.serve.query.NotReadyException;
import dev.storywire.serve.topics.DeadLetter;
import dev.storywire.serve.topics.DeadLetterLog;
import dev.storywire.serve.topics.LogPosition;
import dev.storywire.topology.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Tests reading the dead letters backwards, with records in two partitions. */
class TopicDeadLettersTest {
  private static final String TOPIC = "test.dead-letters";
  private static final long FIRST = 10;
  private static final long RECORDS = 250;

  private final DeadLetterLog log =
      new TopicDeadLetters(() -> new TopicReader<>(new Records()), TOPIC);

  @Test
  void readsAllFromTheNewestToTheOldest() {
    List<Long> times = new ArrayList<>();
    LogPosition before = null;
    do {
      DeadLetterLog.Page page = log.page(new DeadLetterLog.Query(null, null, 70, before));
      page.letters().forEach(letter -> times.add(letter.at().toEpochMilli()));
      before = page.next();
    } while (before != null);

    List<Long> expected = new ArrayList<>();
    for (long time = 2 * RECORDS - 1; time >= 0; time--) {
      expected.add(time);
    }
    assertThat(times).isEqualTo(expected);
  }

  @Test
  void readsTheHeaders() {
    DeadLetter letter =
        log.page(new DeadLetterLog.Query("code-3", "prepare", 1, null)).letters().get(0);

    assertThat(letter.id()).matches("[01]-\\d+");
    assertThat(letter.code()).isEqualTo("code-3");
    assertThat(letter.reason()).isEqualTo("A reason.");
    assertThat(letter.bytes()).isEqualTo(5);
    Optional<DeadLetterLog.Refused> found = log.find(letter.id());
    assertThat(found.map(DeadLetterLog.Refused::letter)).contains(letter);
    assertThat(found.map(refused -> new String(refused.value(), StandardCharsets.UTF_8)))
        .contains("value");
  }

  @Test
  void findsNothingOutsideTheLog() {
    for (String id : List.of("0-9", "0-260", "2-10", "x", "0-10-1")) {
      assertThat(log.find(id)).as(id).isEmpty();
    }
  }

  @Test
  void refusesAPositionThatTheLogNeverHad() {
    for (LogPosition position :
        List.of(new LogPosition(List.of(11L)), new LogPosition(List.of(11L, 261L)))) {
      assertThatThrownBy(() -> log.page(new DeadLetterLog.Query(null, null, 1, position)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void reportsAMissingPermission() {
    DeadLetterLog denied =
        new TopicDeadLetters(
            () -> {
              throw new TopicAuthorizationException(TOPIC);
            },
            TOPIC);

    assertThatThrownBy(() -> denied.find("0-1"))
        .isInstanceOf(NotReadyException.class)
        .hasMessageContaining("may not read");
  }

  /** A consumer that has the records of a partition whenever one is read from an offset. */
  private static final class Records extends MockConsumer<String, byte[]> {
    Records() {
      super("earliest");
      Node node = new Node(0, "localhost", 9092);
      Node[] nodes = {node};
      updatePartitions(
          TOPIC,
          List.of(
              new PartitionInfo(TOPIC, 0, node, nodes, nodes),
              new PartitionInfo(TOPIC, 1, node, nodes, nodes)));
      Map<TopicPartition, Long> first =
          Map.of(new TopicPartition(TOPIC, 0), FIRST, new TopicPartition(TOPIC, 1), FIRST);
      updateBeginningOffsets(first);
      updateEndOffsets(
          Map.of(
              new TopicPartition(TOPIC, 0), FIRST + RECORDS,
              new TopicPartition(TOPIC, 1), FIRST + RECORDS));
    }

    @Override
    public synchronized void seek(TopicPartition partition, long offset) {
      super.seek(partition, offset);
      for (long at = offset; at < FIRST + RECORDS; at++) {
        addRecord(record(partition.partition(), at));
      }
    }

    /** Returns a record. The two partitions have times in turn. */
    private static ConsumerRecord<String, byte[]> record(int partition, long offset) {
      long time = 2 * (offset - FIRST) + partition;
      RecordHeaders headers = new RecordHeaders();
      headers.add(DeadLetterHeaders.STAGE, bytes("prepare"));
      headers.add(DeadLetterHeaders.CODE, bytes("code-" + time % 5));
      headers.add(DeadLetterHeaders.REASON, bytes("A reason."));
      return new ConsumerRecord<>(
          TOPIC,
          partition,
          offset,
          time,
          TimestampType.LOG_APPEND_TIME,
          3,
          5,
          "key",
          bytes("value"),
          headers,
          Optional.empty());
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
