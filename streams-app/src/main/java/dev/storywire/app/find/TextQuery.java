package dev.storywire.app.find;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.app.process.OperatorError;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text to search for. Case, markup, punctuation and white space do not matter. In JSON the values
 * are searched, so that escapes do not matter either; other records are searched as bytes.
 */
final class TextQuery {
  private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,500}>|&[a-zA-Z0-9#]{1,10};");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final int SHORTEST = 4;

  private final String words;

  /**
   * Creates a query.
   *
   * @throws OperatorError if the text has too few letters to identify anything
   */
  TextQuery(String text) {
    words = words(text).strip();
    if (words.length() < SHORTEST) {
      throw OperatorError.usage(
          "'%s' is too short to search for: give at least %d letters or digits"
              .formatted(text, SHORTEST),
          null);
    }
  }

  /** Returns true if the key or the value of a record contains the text. */
  boolean matches(byte @Nullable [] key, byte @Nullable [] value) {
    return contains(key) || contains(value);
  }

  private boolean contains(byte @Nullable [] bytes) {
    return bytes != null && words(text(bytes)).contains(words);
  }

  private static String text(byte[] bytes) {
    if (bytes.length > 1 && bytes[0] == '{') {
      try {
        StringJoiner values = new StringJoiner(" ");
        collect(Json.mapper().readTree(bytes), values);
        return values.toString();
      } catch (IOException e) {
        // a dead letter, for example
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void collect(JsonNode node, StringJoiner values) {
    if (node.isValueNode()) {
      values.add(node.asText());
    }
    node.forEach(child -> collect(child, values));
  }

  private static String words(String text) {
    String plain = MARKUP.matcher(text).replaceAll(" ");
    return BETWEEN_WORDS.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
