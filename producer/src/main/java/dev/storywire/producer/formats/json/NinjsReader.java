package dev.storywire.producer.formats.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.producer.formats.source.ItemReader;
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
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a JSON document with ninjs items: a single item, an array, or the envelope of an agency's
 * API. See {@link NinjsItem} for the versions of ninjs.
 *
 * @see <a href="https://www.iptc.org/std/ninjs/">IPTC ninjs</a>
 */
public final class NinjsReader implements ItemReader {
  /**
   * Fields of agencies' envelopes that contain items: AP {@code data.items[].item}, BBC {@code
   * item[]}.
   */
  private static final List<String> ENVELOPES = List.of("data", "item", "items", "newsItems");

  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    JsonNode root = document(source, sink);
    int[] count = {0};
    eachItem(
        root,
        node -> {
          String where = source.name() + "#" + ++count[0];
          try {
            sink.item(NinjsItem.read(node), where);
          } catch (RefusedException e) {
            sink.refused(e.refusal(), where);
          }
        });
    if (count[0] == 0) {
      throw new RefusedException(
          "not-ninjs",
          "the JSON contains no news item: no object has a uri or guid and a headline or body");
    }
  }

  /** Parses a document. Of a truncated one, reads the complete items. */
  static JsonNode document(Source source, ItemSink sink) throws IOException, RefusedException {
    byte[] bytes = source.bytes();
    try {
      return Json.mapper().readTree(bytes);
    } catch (JsonProcessingException e) {
      byte[] text = utf8(bytes, sink, source.name());
      byte[] complete = e instanceof JsonEOFException ? JsonRepair.completePart(text) : null;
      if (complete == null) {
        return parse(text);
      }
      String detail = "the document is truncated; only its complete items are read";
      sink.repaired(new DocumentRepair(DocumentRepair.Kind.TRUNCATED, detail), source.name());
      return parse(complete);
    }
  }

  /** Parses a line, which may contain stray bytes. */
  static JsonNode line(byte[] json, ItemSink sink, String where) throws RefusedException {
    try {
      return Json.mapper().readTree(json);
    } catch (IOException e) {
      return parse(utf8(json, sink, where));
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

  private static JsonNode parse(byte[] json) throws RefusedException {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new RefusedException("not-json", "not JSON: " + JsonErrorText.position(e));
    } catch (IOException e) {
      throw new RefusedException("not-json", "not JSON in UTF-8");
    }
  }

  private static void eachItem(JsonNode node, Consumer<JsonNode> item) {
    if (node.isArray()) {
      node.forEach(element -> eachItem(element, item));
    } else if (NinjsItem.isNinjs(node)) {
      item.accept(node);
    } else if (node.isObject()) {
      ENVELOPES.forEach(name -> eachItem(node.path(name), item));
    }
  }
}
