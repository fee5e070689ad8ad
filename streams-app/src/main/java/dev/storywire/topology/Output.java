package dev.storywire.topology;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.schemas.Json;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An encoded record for a sink.
 *
 * @param node name of the sink
 * @param value null for a tombstone, or for a dead letter without a value
 */
record Output(String node, String key, byte @Nullable [] value, Headers headers) {

  /** Creates an output without headers. */
  static Output of(String node, String key, byte @Nullable [] value) {
    return new Output(node, key, value, new RecordHeaders());
  }

  /** Encodes a record of the contract. */
  static byte[] json(Object value) {
    try {
      return Json.mapper().writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "A " + value.getClass().getSimpleName() + " cannot be written as JSON", e);
    }
  }
}
