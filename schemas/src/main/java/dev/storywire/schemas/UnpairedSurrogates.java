package dev.storywire.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Finds unpaired UTF-16 surrogates in JSON, such as the string {@code "\ud83d"}. A parser accepts
 * them, but they are not characters, and a writer refuses them.
 */
final class UnpairedSurrogates {
  private UnpairedSurrogates() {}

  /**
   * Returns a sentence about the first field whose value has an unpaired surrogate.
   *
   * @param json JSON that can be parsed
   */
  static Optional<String> find(byte[] json) throws IOException {
    return mayHaveSome(json) ? find("", Json.mapper().readTree(json)) : Optional.empty();
  }

  /**
   * Returns true if the JSON has an escaped surrogate. UTF-8 cannot contain one in another form.
   */
  private static boolean mayHaveSome(byte[] json) {
    for (int i = 0; i + 3 < json.length; i++) {
      if (json[i] == '\\'
          && json[i + 1] == 'u'
          && (json[i + 2] == 'd' || json[i + 2] == 'D')
          && json[i + 3] >= '8') {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> find(String path, JsonNode node) {
    if (node.isTextual()) {
      return hasSome(node.textValue())
          ? Optional.of("The field %s contains an unpaired surrogate.".formatted(path))
          : Optional.empty();
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      Optional<String> found =
          find(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue());
      if (found.isPresent()) {
        return found;
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      Optional<String> found = find(path, node.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns true if a text has an unpaired surrogate. */
  static boolean hasSome(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnpaired(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Returns true if the char at {@code i} is a surrogate without its other half. */
  static boolean isUnpaired(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
