package dev.storywire.producer.formats.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.source.TextDecoder;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.JsonErrorText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Parses JSON, and repairs what other programs accept. */
final class JsonDocuments {
  private static final ObjectReader STRICT =
      Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Accepts line breaks and tabs in strings, unknown escapes, and a comma after the last value. */
  private static final ObjectReader LENIENT =
      Json.mapper()
          .reader()
          .withFeatures(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_TRAILING_COMMA);

  /** Length of the longest word of JSON that may be incomplete. */
  private static final int LONGEST_WORD = "false".length();

  private JsonDocuments() {}

  /**
   * Parses a document, or several in sequence. Of a truncated one, reads the complete items.
   *
   * @param hasItems returns true if a document that was truncated, or that follows another one,
   *     contains items
   */
  static List<JsonNode> read(Source source, ItemSink sink, Predicate<JsonNode> hasItems)
      throws IOException, RefusedException {
    byte[] bytes = source.bytes();
    byte[] json = Jsonp.json(bytes);
    if (json != bytes) {
      String detail = "the JSON is the argument of a function";
      sink.repaired(new DocumentRepair(DocumentRepair.Kind.JSONP, detail), source.name());
    }
    try {
      return List.of(STRICT.readTree(json));
    } catch (JsonProcessingException e) {
      byte[] text = utf8(json, sink, source.name());
      try {
        return withItems(values(text, 0, sink, source.name()), hasItems, sink, source.name());
      } catch (RefusedException refused) {
        byte[] complete =
            refused.refusal().code().equals(DocumentRepair.Kind.TRUNCATED.code())
                ? JsonRepair.completePart(text)
                : null;
        JsonNode document =
            complete == null ? null : values(complete, 0, sink, source.name()).get(0);
        if (document == null || !hasItems.test(document)) {
          throw refused;
        }
        String detail = "the document is truncated; only its complete items are read";
        sink.repaired(new DocumentRepair(DocumentRepair.Kind.TRUNCATED, detail), source.name());
        return List.of(document);
      }
    }
  }

  /** Returns the first value, and of the others those that have items. */
  private static List<JsonNode> withItems(
      List<JsonNode> values, Predicate<JsonNode> hasItems, ItemSink sink, String where)
      throws RefusedException {
    List<JsonNode> read = new ArrayList<>(values.subList(0, 1));
    values.stream().skip(1).filter(hasItems).forEach(read::add);
    int skipped = values.size() - read.size();
    if (skipped > 0) {
      String detail = "content after the JSON was skipped: " + skipped + " more values";
      sink.repaired(new DocumentRepair(DocumentRepair.Kind.CONTENT_AFTER_ROOT, detail), where);
    }
    return read;
  }

  /**
   * Parses a line, which may contain stray bytes, and more than one value.
   *
   * @param number of the line, for the reason of a refusal
   */
  static List<JsonNode> line(byte[] json, int number, ItemSink sink, String where)
      throws RefusedException {
    try {
      return List.of(STRICT.readTree(json));
    } catch (IOException e) {
      return values(utf8(json, sink, where), number, sink, where);
    }
  }

  /** Returns the bytes with each stray byte, or text in windows-1252, as UTF-8. */
  private static byte[] utf8(byte[] json, ItemSink sink, String where) throws RefusedException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
      return json;
    } catch (CharacterCodingException e) {
      return TextDecoder.decode(json, "charset=UTF-8", sink, where)
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * Parses all values, at least one.
   *
   * @param line number of the line that contains them; 0 if they are a document
   */
  private static List<JsonNode> values(byte[] json, int line, ItemSink sink, String where)
      throws RefusedException {
    try {
      return values(json, Json.mapper().reader(), sink, where);
    } catch (JsonProcessingException e) {
      if (isTruncated(e, json)) {
        throw new RefusedException(
            DocumentRepair.Kind.TRUNCATED.code(),
            line == 0
                ? "the JSON ends before its first complete item"
                : "line %d ends %s; each line is one complete JSON object"
                    .formatted(line, JsonErrorText.unclosed(e)));
      }
      try {
        List<JsonNode> values = values(json, LENIENT, sink, where);
        String detail = "the JSON is not valid: " + JsonErrorText.position(e);
        sink.repaired(new DocumentRepair(DocumentRepair.Kind.BAD_JSON, detail), where);
        return values;
      } catch (IOException notLenient) {
        throw new RefusedException(
            "not-json",
            line == 0
                ? "not JSON: " + JsonErrorText.position(e)
                : "line %d is not JSON: %s".formatted(line, JsonErrorText.column(e)));
      }
    } catch (IOException e) {
      throw new RefusedException("not-json", "not JSON in UTF-8");
    }
  }

  /** Returns true if the JSON ends where a value or its end is missing, or within a word. */
  private static boolean isTruncated(JsonProcessingException e, byte[] json) {
    if (e instanceof JsonEOFException) {
      return true;
    }
    long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
    if (at < 0 || at < json.length - LONGEST_WORD) {
      return false;
    }
    for (int i = (int) at; i < json.length; i++) {
      if (json[i] < 'a' || json[i] > 'z') {
        return false;
      }
    }
    return true;
  }

  private static List<JsonNode> values(
      byte[] json, ObjectReader reader, ItemSink sink, String where)
      throws IOException, RefusedException {
    List<JsonNode> values = new ArrayList<>();
    try (JsonParser parser = reader.createParser(json)) {
      while (parser.nextToken() != null) {
        values.add(parser.readValueAsTree());
      }
    } catch (JsonProcessingException e) {
      if (values.isEmpty() || !values.get(0).isContainerNode()) {
        throw e;
      }
      String detail = "content after the JSON was skipped: " + JsonErrorText.position(e);
      sink.repaired(new DocumentRepair(DocumentRepair.Kind.CONTENT_AFTER_ROOT, detail), where);
    }
    if (values.isEmpty()) {
      throw new RefusedException("not-json", "not JSON: it is empty");
    }
    return values;
  }
}
