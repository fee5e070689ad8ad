package dev.storywire.producer.formats.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Completes a truncated JSON document after its last complete item. */
final class JsonRepair {
  /**
   * Fields that contain items, directly or in a further field, in feeds and agencies' envelopes.
   */
  static final Set<String> ENVELOPES = Set.of("_items", "data", "item", "items", "newsItems");

  /** An open object or array, and the end of its last complete item, in bytes. */
  private static final class Open {
    private final boolean array;

    /** True if it can contain items; false if it is an item or part of one. */
    private final boolean container;

    private long end;

    Open(boolean array, boolean container) {
      this.array = array;
      this.container = container;
    }
  }

  private JsonRepair() {}

  /** Returns the complete part; null if it has no complete item of an array. */
  static byte @Nullable [] completePart(byte[] json) {
    Deque<Open> open = new ArrayDeque<>();
    try (JsonParser parser = Json.mapper().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          open.push(new Open(token == JsonToken.START_ARRAY, isContainer(parser, open.peek())));
        } else if (token.isStructEnd()) {
          end(open.pop(), open.peek(), parser.currentLocation().getByteOffset());
        }
      }
    } catch (IOException e) {
      // the rest is missing
    }
    String closers = "";
    for (Iterator<Open> outer = open.descendingIterator(); outer.hasNext(); ) {
      Open next = outer.next();
      closers = (next.array ? ']' : '}') + closers;
      if (next.end > 0) {
        return completed(json, (int) next.end, closers);
      }
    }
    return null;
  }

  private static boolean isContainer(JsonParser parser, @Nullable Open outer) throws IOException {
    return outer == null
        || (outer.container && (outer.array || ENVELOPES.contains(parser.currentName())));
  }

  /** Records the end of an item, or of all items, in the enclosing object or array. */
  private static void end(Open inner, @Nullable Open outer, long end) {
    boolean items = inner.container && (inner.array || inner.end > 0);
    if (outer != null && outer.container && (outer.array || items)) {
      outer.end = end;
    }
  }

  private static byte[] completed(byte[] json, int length, String closers) {
    byte[] end = closers.getBytes(StandardCharsets.UTF_8);
    byte[] complete = Arrays.copyOf(json, length + end.length);
    System.arraycopy(end, 0, complete, length, end.length);
    return complete;
  }
}
