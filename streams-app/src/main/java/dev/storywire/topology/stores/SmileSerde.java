package dev.storywire.topology.stores;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Reads and writes records that only Storywire itself reads, in Jackson's Smile format, which takes
 * half the bytes of JSON. The first byte is the layout version. Unknown fields are ignored and
 * absent ones are null; a change that needs more than that raises the version, and older state is
 * refused.
 *
 * @param <T> the record
 */
public final class SmileSerde<T> {
  /** Incremented with every change that makes state unreadable for an older or a newer release. */
  static final byte LAYOUT = 4;

  private static final ObjectMapper MAPPER =
      SmileMapper.builder(
              SmileFactory.builder()
                  .disable(SmileGenerator.Feature.ENCODE_BINARY_AS_7BIT) // smaller, and faster
                  .build())
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // a method such as isMember() is no component of a record
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
          .build();

  private final ObjectReader reader;
  private final ObjectWriter writer;
  private final String name;

  public SmileSerde(Class<T> type) {
    this.reader = MAPPER.readerFor(type);
    this.writer = MAPPER.writerFor(type);
    this.name = type.getSimpleName();
  }

  /** Returns a serde for a state store. */
  public static <T> Serde<T> serde(Class<T> type) {
    SmileSerde<T> smile = new SmileSerde<>(type);
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : smile.encode(value),
        (topic, bytes) -> bytes == null ? null : smile.decode(bytes));
  }

  public byte[] encode(T value) {
    try {
      byte[] smile = writer.writeValueAsBytes(value);
      byte[] bytes = new byte[smile.length + 1];
      bytes[0] = LAYOUT;
      System.arraycopy(smile, 0, bytes, 1, smile.length);
      return bytes;
    } catch (JsonProcessingException e) {
      throw new SerializationException("cannot write a " + name, e);
    }
  }

  public T decode(byte[] bytes) {
    checkLayout(bytes);
    try {
      return reader.readValue(bytes, 1, bytes.length - 1);
    } catch (IOException e) {
      throw new SerializationException("cannot read a stored " + name, e);
    }
  }

  /** Decodes one binary field and nothing after it. The field should come first. */
  byte[] decodeBinary(byte[] bytes, String field) {
    checkLayout(bytes);
    try (JsonParser parser = MAPPER.createParser(bytes, 1, bytes.length - 1)) {
      parser.nextToken(); // the start of the object
      for (String next = parser.nextFieldName(); next != null; next = parser.nextFieldName()) {
        parser.nextToken();
        if (next.equals(field)) {
          return parser.getBinaryValue();
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      throw new SerializationException("cannot read a stored " + name, e);
    }
    throw new SerializationException("A stored " + name + " has no field " + field + ".");
  }

  private void checkLayout(byte[] bytes) {
    if (bytes[0] != LAYOUT) {
      throw new SerializationException(
          "A stored %s has layout %d; this release reads layout %d: replay and promote."
              .formatted(name, bytes[0], LAYOUT));
    }
  }
}
