package dev.storywire.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedRecordsTest {
  @TempDir Path directory;
  private long offset;

  @Test
  void ordersByEventTimeThenUriThenVersion() {
    try (SortedRecords spool = SortedRecords.open(directory)) {
      spool.add(record(200, "{\"uri\":\"b\",\"headline\":\"x\"}"));
      spool.add(record(100, item("c", 1)));
      spool.add(record(100, item("b", 2)));
      spool.add(record(100, item("b", 1)));

      assertThat(values(spool))
          .containsExactly(
              item("b", 1), item("b", 2), item("c", 1), "{\"uri\":\"b\",\"headline\":\"x\"}");
    }
  }

  @Test
  void ordersAnEmbargoedItemByTheEndOfItsEmbargo() {
    String embargoed =
        "{\"uri\":\"e\",\"embargoedUntil\":\"1970-01-01T00:00:01Z\",\"headlines\":[{\"value\":\"x\"}]}";
    try (SortedRecords spool = SortedRecords.open(directory)) {
      spool.add(record(100, embargoed));
      spool.add(record(900, item("a", 1)));
      spool.add(record(1_100, item("b", 1)));

      assertThat(values(spool)).containsExactly(item("a", 1), embargoed, item("b", 1));
    }
  }

  @Test
  void keepsRecordsUnchanged() {
    HistoryRecord record =
        new HistoryRecord(
            3,
            17,
            100,
            null,
            new byte[] {0, -1, '{'},
            List.of(header("h", new byte[] {7}), header("none", null), header("h", new byte[0])));

    HistoryRecord back = HistoryRecord.decode(record.encode());

    assertThat(back).usingRecursiveComparison().isEqualTo(record);
  }

  @Test
  void ignoresIncompleteRecords() {
    try (SortedRecords spool = SortedRecords.open(directory)) {
      spool.add(record(100, item("a", 1)));
      assertThat(spool.isComplete()).isFalse();
    }
    try (SortedRecords spool = SortedRecords.open(directory)) {
      assertThat(spool.isComplete()).isFalse();
      spool.clear();
      spool.add(record(100, item("b", 1)));
      spool.markComplete();
    }
    try (SortedRecords spool = SortedRecords.open(directory)) {
      assertThat(spool.isComplete()).isTrue();
      assertThat(values(spool)).containsExactly(item("b", 1));
    }
  }

  private HistoryRecord record(long timestamp, String value) {
    return new HistoryRecord(
        0, offset++, timestamp, null, value.getBytes(StandardCharsets.UTF_8), List.of());
  }

  private static String item(String uri, int version) {
    return "{\"uri\":\"%s\",\"version\":\"%d\",\"headlines\":[{\"value\":\"x\"}]}"
        .formatted(uri, version);
  }

  private static Header header(String key, byte @org.jspecify.annotations.Nullable [] value) {
    return new RecordHeader(key, value);
  }

  private static List<String> values(SortedRecords spool) {
    List<String> values = new ArrayList<>();
    try (SortedRecords.Cursor cursor = spool.read()) {
      while (cursor.hasNext()) {
        values.add(
            new String(
                java.util.Objects.requireNonNull(cursor.next().value()), StandardCharsets.UTF_8));
      }
    }
    return values;
  }
}
