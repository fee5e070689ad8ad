package dev.storywire.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.topology.kafka.TopicReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class EditOutcomeTest {
  private static final TopicPartition EVENTS = new TopicPartition("t.story-events", 0);
  private static final TopicPartition LETTERS = new TopicPartition("t.dead-letters", 0);
  private static final Duration WAIT = Duration.ofSeconds(2);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final EditOutcome outcome = outcome();

  private EditOutcome outcome() {
    TopicReader<String> reader = new TopicReader<>(consumer);
    reader.seek(Map.of(EVENTS, 0L, LETTERS, 0L));
    return new EditOutcome(reader, EVENTS.topic());
  }

  @Test
  void isAppliedIfAnEventNamesTheEdit() throws IOException {
    add(EVENTS, 0, "s1", "{\"type\":\"closed\"}");
    add(EVENTS, 1, "s1", "{\"type\":\"merged\",\"edit\":{\"id\":\"e1\"}}");

    assertThat(outcome.await("e1", WAIT)).isEqualTo(new EditOutcome.Decision(false, null));
  }

  @Test
  void isRefusedIfADeadLetterHasItsKey() throws IOException {
    add(LETTERS, 0, "e0", "{}");
    ConsumerRecord<String, byte[]> letter = add(LETTERS, 1, "e1", "{}");
    letter
        .headers()
        .add(DeadLetterHeaders.REASON, "There is no story.".getBytes(StandardCharsets.UTF_8));

    assertThat(outcome.await("e1", WAIT))
        .isEqualTo(new EditOutcome.Decision(false, "There is no story."));
  }

  @Test
  void isMissingIfNothingNamesTheEditInTime() throws IOException {
    add(EVENTS, 0, "s1", "{\"type\":\"merged\",\"edit\":{\"id\":\"e2\"}}");

    assertThat(outcome.await("e1", Duration.ofMillis(500)))
        .isEqualTo(new EditOutcome.Decision(true, null));
  }

  private ConsumerRecord<String, byte[]> add(
      TopicPartition partition, long offset, String key, String value) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(
            partition.topic(), 0, offset, key, value.getBytes(StandardCharsets.UTF_8));
    consumer.addRecord(record);
    return record;
  }
}
