package dev.storywire.topology.kafka;

import dev.storywire.schemas.Refusal;
import dev.storywire.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * Handles records that cannot be written. A record that is too large becomes a dead letter without
 * its value. Any other error stops the thread, because the record would be lost.
 */
public final class RefuseTooLarge implements ProductionExceptionHandler {
  static final String DEAD_LETTERS = "storywire.dead.letters";
  private static final String STAGE = "produce";

  private String deadLetters = "";

  @Override
  public void configure(Map<String, ?> configs) {
    deadLetters = String.valueOf(configs.get(DEAD_LETTERS));
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
    if (!(exception instanceof RecordTooLargeException)) {
      return Response.fail();
    }
    String origin = context.topic() + "-" + context.partition() + "@" + context.offset();
    Refusal refusal =
        new Refusal(
            "too-large",
            "A record for %s has more than %d bytes: %s"
                .formatted(record.topic(), Topic.MAX_RECORD_BYTES, exception.getMessage()));
    return Response.resume(
        List.of(
            new ProducerRecord<>(
                deadLetters,
                null,
                record.key(),
                null,
                DeadLetters.headers(origin, STAGE, refusal))));
  }
}
