package dev.storywire.producer.formats.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Completes a truncated JSON document after the last complete element of its outermost array. */
final class JsonRepair {
  /** An open object or array, and the end of its last complete child, in bytes. */
  private static final class Open {
    private final boolean array;
    private long end;

    Open(boolean array) {
      this.array = array;
    }
  }

  private JsonRepair() {}

  /** Returns the complete part; null if it has no complete element of an array. */
  static byte @Nullable [] completePart(byte[] json) {
    Deque<Open> open = new ArrayDeque<>();
    try (JsonParser parser = Json.mapper().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          open.push(new Open(token == JsonToken.START_ARRAY));
        } else if (token.isStructEnd()) {
          open.pop();
          if (!open.isEmpty()) {
            open.element().end = parser.currentLocation().getByteOffset();
          }
        }
      }
    } catch (IOException e) {
      // the rest is missing
    }
    StringBuilder closers = new StringBuilder();
    while (!open.isEmpty()) {
      Open outer = open.removeLast();
      closers.insert(0, outer.array ? ']' : '}');
      if (outer.array) {
        return outer.end == 0 ? null : completed(json, (int) outer.end, closers.toString());
      }
    }
    return null;
  }

  private static byte[] completed(byte[] json, int length, String closers) {
    byte[] end = closers.getBytes(StandardCharsets.UTF_8);
    byte[] complete = Arrays.copyOf(json, length + end.length);
    System.arraycopy(end, 0, complete, length, end.length);
    return complete;
  }
}
