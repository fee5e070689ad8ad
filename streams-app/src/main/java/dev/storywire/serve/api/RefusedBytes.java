package dev.storywire.serve.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The value of a refused record, which may be anything, as text that is safe to show. */
final class RefusedBytes {
  /** Number of bytes that are shown. */
  static final int MAX_SHOWN = 16 * 1024;

  private static final int MAX_URI = 2_000;
  private static final JsonFactory JSON = new JsonFactory();

  private final byte[] value;

  private RefusedBytes(byte[] value) {
    this.value = value;
  }

  static RefusedBytes of(byte[] value) {
    return new RefusedBytes(value);
  }

  /** Returns true if only the beginning of the value is shown. */
  boolean isCut() {
    return value.length > MAX_SHOWN;
  }

  /**
   * Returns the beginning of the value as UTF-8. Control characters are replaced by control
   * pictures (U+2400 on). Invalid bytes, and characters that change the direction of text, are
   * replaced by U+FFFD.
   */
  String text() {
    String text = new String(value, 0, Math.min(value.length, MAX_SHOWN), StandardCharsets.UTF_8);
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> safe.appendCodePoint(shown(c)));
    return safe.toString();
  }

  private static int shown(int c) {
    if (c == '\n' || c == '\t') {
      return c;
    }
    if (c < 0x20) {
      return 0x2400 + c;
    }
    if (c == 0x7f) {
      return 0x2421;
    }
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xfffd : c;
  }

  /** Returns the uris that the record may have: its key, and the uri in its value. */
  Set<String> uris(@Nullable String key) {
    Set<String> uris = new LinkedHashSet<>();
    if (key != null && !key.isBlank()) {
      uris.add(key);
    }
    try (JsonParser parser = JSON.createParser(value)) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 1 && token == JsonToken.FIELD_NAME && "uri".equals(parser.currentName())) {
          String uri = parser.nextTextValue();
          if (uri != null && !uri.isBlank() && uri.length() <= MAX_URI) {
            uris.add(uri);
          }
        }
      }
    } catch (IOException e) {
      // not JSON from here on
    }
    return uris;
  }
}
