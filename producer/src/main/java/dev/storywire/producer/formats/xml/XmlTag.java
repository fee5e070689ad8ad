package dev.storywire.producer.formats.xml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a document that is not well-formed.
 *
 * @param end the position after the tag; -1 if the tag does not end
 * @param attributes raw values by name
 * @param flawed true if the attributes are not well-formed
 */
record XmlTag(
    String name,
    boolean isEndTag,
    boolean isEmpty,
    int end,
    Map<String, String> attributes,
    boolean flawed) {
  private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_.-]*(?::[\\p{L}_][\\p{L}\\p{N}_.-]*)?";
  private static final Pattern START = Pattern.compile("</?(" + NAME + ")(?=[\\s/>]|$)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "\\s*+(" + NAME + ")(?:\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]++)))?");
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});");

  /** Returns the tag at this position, or null if the {@code <} does not begin a tag. */
  static @Nullable XmlTag at(String text, int start) {
    Matcher name = START.matcher(text).region(start, text.length());
    if (!name.lookingAt()) {
      return null;
    }
    boolean endTag = text.charAt(start + 1) == '/';
    int end = end(text, name.end());
    if (end < 0) {
      return new XmlTag(name.group(1), endTag, false, -1, Map.of(), false);
    }
    boolean empty = !endTag && text.charAt(end - 2) == '/';
    Map<String, String> attributes = new LinkedHashMap<>();
    boolean flawed = attributes(text, name.end(), end - (empty ? 2 : 1), attributes);
    return new XmlTag(name.group(1), endTag, empty, end, attributes, flawed);
  }

  /** Returns the position after the {@code >} that ends the tag, ignoring those within quotes. */
  private static int end(String text, int from) {
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '<') {
          int close = text.indexOf('>', from); // the closing quote is missing
          return close < 0 ? -1 : close + 1;
        }
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean attributes(String text, int from, int to, Map<String, String> into) {
    Matcher attribute = ATTRIBUTE.matcher(text).region(from, to);
    boolean flawed = false;
    int at = from;
    while (at < to) {
      attribute.region(at, to);
      if (!attribute.lookingAt()) {
        flawed |= !Character.isWhitespace(text.charAt(at));
        at++;
        continue;
      }
      String value = attribute.group(2) != null ? attribute.group(2) : attribute.group(3);
      flawed |= value == null;
      if (value == null) {
        value = attribute.group(4) == null ? attribute.group(1) : attribute.group(4);
      }
      flawed |= into.putIfAbsent(attribute.group(1), value) != null;
      at = attribute.end();
    }
    return flawed;
  }

  /** Writes the attributes; returns true if they were not well-formed. */
  boolean write(StringBuilder out) {
    boolean repaired = flawed;
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String value = attribute.getValue().replace("\"", "&quot;");
      out.append(' ').append(attribute.getKey()).append("=\"");
      repaired |= escape(value, 0, value.length(), out);
      out.append('"');
    }
    return repaired;
  }

  /** Returns the prefixes of the tag and its attributes. */
  Set<String> prefixes() {
    Set<String> prefixes = new HashSet<>();
    addPrefix(name, prefixes);
    attributes.keySet().forEach(attribute -> addPrefix(attribute, prefixes));
    return prefixes;
  }

  private static void addPrefix(String name, Set<String> prefixes) {
    int colon = name.indexOf(':');
    if (colon > 0 && !name.startsWith("xml:") && !name.startsWith("xmlns:")) {
      prefixes.add(name.substring(0, colon));
    }
  }

  /** Returns the prefixes that the tag declares. */
  Set<String> declared() {
    return attributes.keySet().stream()
        .filter(attribute -> attribute.startsWith("xmlns:"))
        .map(attribute -> attribute.substring("xmlns:".length()))
        .collect(Collectors.toSet());
  }

  boolean declares(String prefix) {
    return attributes.containsKey("xmlns:" + prefix);
  }

  /**
   * Appends text and escapes each unescaped {@code &} and {@code <}. Returns true if there was one.
   */
  static boolean escape(String text, int from, int to, StringBuilder out) {
    boolean escaped = false;
    Matcher reference = REFERENCE.matcher(text);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '<') {
        out.append("&lt;");
        escaped = true;
      } else if (c == '&' && !reference.region(i, to).lookingAt()) {
        out.append("&amp;");
        escaped = true;
      } else {
        out.append(c);
      }
    }
    return escaped;
  }
}
