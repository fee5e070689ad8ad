package dev.storywire.app.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RawRecordsTest {
  private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");

  private final RawRecords records = new RawRecords();

  @Test
  void aRecordIsHeldUntilItsEmbargoEnds() {
    add(0, "{\"uri\":\"urn:a\",\"headlines\":[{\"value\":\"Bridge closed\"}]}");
    add(
        1,
        "{\"uri\":\"urn:b\",\"embargoedUntil\":\"2026-03-12T18:00:00Z\","
            + "\"headlines\":[{\"value\":\"Budget\"}]}");
    add(2, "no item at all");

    assertThat(records.positions()).containsExactly("raw-0@0", "raw-0@1", "raw-0@2");
    assertThat(records.positions())
        .filteredOn(position -> records.isHeld(position, NOON.plusSeconds(60)))
        .containsExactly("raw-0@1");
    assertThat(records.positions())
        .noneMatch(position -> records.isHeld(position, NOON.plusSeconds(6 * 3600)));
  }

  private void add(long offset, String value) {
    records.add(
        new ConsumerRecord<>(
            "raw",
            0,
            offset,
            NOON.toEpochMilli(),
            TimestampType.CREATE_TIME,
            1,
            value.length(),
            "key",
            value.getBytes(UTF_8),
            new RecordHeaders(),
            Optional.empty()));
  }
}
