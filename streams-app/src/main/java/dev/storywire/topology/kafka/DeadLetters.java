package dev.storywire.topology.kafka;

import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.schemas.Refusal;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Creates dead letters: the unchanged bytes, with headers that state the stage and the reason. */
public final class DeadLetters {
  private static final String VERSION =
      String.valueOf(DeadLetters.class.getPackage().getImplementationVersion());

  private DeadLetters() {}

  public static Record<byte[], byte[]> of(
      Record<byte[], byte[]> refused, RecordMetadata origin, String stage, Refusal refusal) {
    Headers headers = new RecordHeaders(refused.headers());
    headers(origin(origin), stage, refusal).forEach(headers::add);
    return refused.withHeaders(headers);
  }

  public static Headers headers(String origin, String stage, Refusal refusal) {
    Headers headers = new RecordHeaders();
    add(headers, DeadLetterHeaders.STAGE, stage);
    add(headers, DeadLetterHeaders.CODE, refusal.code());
    add(headers, DeadLetterHeaders.REASON, refusal.reason());
    add(headers, DeadLetterHeaders.ORIGIN, origin);
    add(headers, DeadLetterHeaders.SERVICE_VERSION, VERSION);
    return headers;
  }

  /** Returns the origin of a record: {@code topic-partition@offset}. */
  public static String origin(RecordMetadata metadata) {
    return metadata.topic() + "-" + metadata.partition() + "@" + metadata.offset();
  }

  private static void add(Headers headers, String key, String value) {
    headers.add(key, value.getBytes(StandardCharsets.UTF_8));
  }
}
