package dev.storywire.app.edit;

import static java.util.Objects.requireNonNull;

import dev.storywire.app.process.OperatorError;
import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.TopicReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the outcome of an edit: an event of a story that names the edit, or a dead letter. Open
 * it before the edit is sent.
 */
final class EditOutcome implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final TopicReader<String> reader;
  private final String events;

  EditOutcome(TopicReader<String> reader, String events) {
    this.reader = reader;
    this.events = events;
  }

  /**
   * The outcome of an edit.
   *
   * @param isMissing true if the edit was not decided in time
   * @param refusal the reason of the refusal, if the edit was refused
   */
  record Decision(boolean isMissing, @Nullable String refusal) {}

  /**
   * Starts to read both topics at their ends.
   *
   * @throws OperatorError if this client may not read them
   */
  static EditOutcome open(Map<String, String> client, String prefix) {
    String events = Topic.STORY_EVENTS.name(prefix);
    TopicReader<String> reader = TopicReader.ofTextKeys(client);
    try {
      reader.seek(reader.ends(List.of(events, Topic.DEAD_LETTERS.name(prefix))));
      return new EditOutcome(reader, events);
    } catch (AuthorizationException e) {
      reader.close();
      throw new OperatorError(
          e.getMessage() + ": to send the edit without waiting for its outcome, use --wait 0", e);
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** Waits for the decision on an edit. */
  Decision await(String id, Duration atMost) throws IOException {
    long until = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < until) {
      for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
        if (record.topic().equals(events)) {
          if (id.equals(Json.mapper().readTree(record.value()).at("/edit/id").textValue())) {
            return new Decision(false, null);
          }
        } else if (id.equals(record.key())) {
          return new Decision(false, reason(record));
        }
      }
    }
    return new Decision(true, null);
  }

  private static String reason(ConsumerRecord<String, byte[]> letter) {
    Header reason = requireNonNull(letter.headers().lastHeader(DeadLetterHeaders.REASON));
    return new String(reason.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    reader.close();
  }
}
