package dev.storywire.app.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.schemas.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditTest {
  private static final String OPENED =
      "{\"type\":\"opened\",\"storyId\":\"s\",\"seq\":1,\"at\":\"2026-03-12T12:00:00Z\","
          + "\"lane\":\"en\"}";

  private final Map<String, List<ConsumerRecord<String, byte[]>>> topics = new HashMap<>();

  @Test
  void countsArticlesEditsAndRefusedRecordsApart() {
    raw("{\"uri\":\"urn:a\"}");
    raw("{\"id\":\"e1\"}");
    raw("no item at all");
    add(Topic.ARTICLES, "urn:a", null, ArticleVerdict.RAW_HEADER, 0);
    add(Topic.STORY_EVENTS, "s", OPENED, ArticleVerdict.RAW_HEADER, 1);
    add(Topic.DEAD_LETTERS, "", null, DeadLetterHeaders.ORIGIN, 2);

    Audit.Report report = audit();

    assertThat(report.faults())
        .containsExactly("story s has events but no snapshot"); // each record has one result
    StringWriter text = new StringWriter();
    AuditCommand.print(report, new PrintWriter(text));
    assertThat(text.toString()).startsWith("3 raw records: 1 verdict, 1 edit, 1 dead letter\n");
  }

  @Test
  void reportsRecordsWithoutAResultAndWithTwo() {
    raw("{}");
    raw("{}");
    add(Topic.DEAD_LETTERS, "", null, DeadLetterHeaders.ORIGIN, 1);
    add(Topic.ARTICLES, "urn:a", null, ArticleVerdict.RAW_HEADER, 1);

    assertThat(audit().faults())
        .containsExactly(
            "t.raw-0@0 has 0 results instead of one", "t.raw-0@1 has 2 results instead of one");
  }

  private Audit.Report audit() {
    return Audit.of((topic, action) -> topics.getOrDefault(topic, List.of()).forEach(action), "t.");
  }

  private void raw(String value) {
    add(Topic.RAW, "key", value, null, 0);
  }

  /** Adds a record; the header, if there is one, names a raw record by its offset. */
  private void add(
      Topic topic, String key, @Nullable String value, @Nullable String header, int cause) {
    List<ConsumerRecord<String, byte[]>> records =
        topics.computeIfAbsent(topic.name("t."), name -> new ArrayList<>());
    RecordHeaders headers = new RecordHeaders();
    if (header != null) {
      headers.add(header, ("t.raw-0@" + cause).getBytes(UTF_8));
    }
    records.add(
        new ConsumerRecord<>(
            topic.name("t."),
            0,
            records.size(),
            0,
            TimestampType.CREATE_TIME,
            0,
            0,
            key,
            value == null ? null : value.getBytes(UTF_8),
            headers,
            Optional.empty()));
  }
}
