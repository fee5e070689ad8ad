package dev.storywire.producer.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.producer.formats.item.DateParser;
import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.source.BoundedLines;
import dev.storywire.producer.formats.source.ItemReader;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Lines: on each line a flat article {@code {id, url, source, title, body, publishedAt,
 * language}}, or a ninjs item. Other fields of a flat article are ignored. The source is streamed
 * and may be of any length; a line has at most {@value #MAX_LINE_BYTES} bytes.
 */
public final class JsonLinesReader implements ItemReader {
  /** Twice the topic's limit, since escaped characters become shorter when they are read. */
  static final int MAX_LINE_BYTES = 8 * 1024 * 1024;

  /** Begins each value of a JSON text sequence (RFC 7464). */
  private static final byte RECORD_SEPARATOR = 0x1E;

  @Override
  public void read(Source source, ItemSink sink) throws IOException {
    try (InputStream in = source.open()) {
      BoundedLines lines = new BoundedLines(in, MAX_LINE_BYTES);
      for (int number = 1; lines.advance(); number++) {
        String where = source.name() + ":" + number;
        try {
          for (JsonNode value : values(lines, number, sink, where)) {
            sink.item(item(value), where);
          }
        } catch (RefusedException e) {
          sink.refused(e.refusal(), where);
        }
      }
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      sink.refused(
          new Refusal("bad-gzip", "the gzip data ends early or is damaged: " + e.getMessage()),
          source.name());
    }
  }

  private static List<JsonNode> values(BoundedLines lines, int number, ItemSink sink, String where)
      throws RefusedException {
    if (lines.tooLong()) {
      throw new RefusedException(
          "too-large", "the line is longer than " + (MAX_LINE_BYTES >> 20) + " MiB");
    }
    if (lines.blank()) {
      return List.of();
    }
    int start = lines.buffer()[0] == RECORD_SEPARATOR ? 1 : 0;
    byte[] line = Arrays.copyOfRange(lines.buffer(), start, lines.length());
    return JsonDocuments.line(line, number, sink, where);
  }

  private static NewsItem item(JsonNode node) throws RefusedException {
    if (!node.isObject()) {
      throw new RefusedException("not-an-object", "the line is JSON, but not an object {...}");
    }
    return NinjsItem.isNinjs(node) ? NinjsItem.read(node) : flat(node);
  }

  private static NewsItem flat(JsonNode node) throws RefusedException {
    ItemBuilder draft = ItemBuilder.of(text(node, "id"));
    String published = text(node, "publishedAt");
    Instant time = DateParser.parse(published);
    if (published != null && time == null) {
      throw new RefusedException(
          "bad-date",
          "publishedAt is \""
              + published
              + "\"; expected a time such as 2026-03-02T12:00:00Z, from 1900 to next year");
    }
    draft.versionCreated = time;
    draft.firstCreated = time;
    return draft
        .language(text(node, "language"))
        .headline("main", text(node, "title"))
        .body(null, "text/plain", text(node, "body"))
        .source(text(node, "source"), null)
        .altId("url", text(node, "url"))
        .build();
  }

  private static @Nullable String text(JsonNode node, String field) throws RefusedException {
    JsonNode value = node.path(field);
    if (value.isContainerNode()) {
      throw new RefusedException(
          "wrong-type", field + " is " + value.getNodeType() + "; expected a string");
    }
    return value.isNull() || value.isMissingNode() ? null : ItemBuilder.text(value.asText());
  }
}
