package dev.storywire.producer.formats.xml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdom2.Verifier;
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
      Pattern.compile("(" + NAME + ")(?:\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]++)))?");
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:amp|lt|gt|quot|apos|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));");

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
      if (Character.isWhitespace(text.charAt(at))) {
        at++; // else the pattern would read a long run from each of its characters
        continue;
      }
      attribute.region(at, to);
      if (!attribute.lookingAt()) {
        flawed = true;
        at++;
        continue;
      }
      String value = attribute.group(2) != null ? attribute.group(2) : attribute.group(3);
      flawed |= value == null;
      if (value == null) {
        value = attribute.group(4) == null ? attribute.group(1) : attribute.group(4);
      }
      flawed |=
          !isAllowed(attribute.group(1), value)
              || into.putIfAbsent(attribute.group(1), value) != null;
      at = attribute.end();
    }
    return flawed;
  }

  /** Returns false for the declaration of a reserved prefix, or of one without a namespace. */
  private static boolean isAllowed(String name, String value) {
    return !name.startsWith("xmlns:")
        || !(value.isBlank() || name.equals("xmlns:xml") || name.equals("xmlns:xmlns"));
  }

  /** Writes the attributes; returns true if a value had to be escaped. */
  boolean write(StringBuilder out) {
    boolean repaired = false;
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
   * Appends text that is valid in XML: escapes each {@code &} and {@code <} that is not escaped,
   * and {@code ]]>}, and removes references to characters that XML does not have. Returns true if
   * it changed something.
   */
  static boolean escape(String text, int from, int to, StringBuilder out) {
    boolean changed = false;
    Matcher reference = REFERENCE.matcher(text);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      String replacement = null;
      if (c == '<') {
        replacement = "&lt;";
      } else if (c == '>' && i >= from + 2 && text.startsWith("]]", i - 2)) {
        replacement = "&gt;";
      } else if (c == '&') {
        if (!reference.region(i, to).lookingAt()) {
          replacement = "&amp;";
        } else if (!isCharacter(reference)) {
          replacement = "";
          i = reference.end() - 1;
        }
      }
      changed |= replacement != null;
      out.append(replacement == null ? String.valueOf(c) : replacement);
    }
    return changed;
  }

  /** Returns false if the reference is to a code point that XML does not allow. */
  private static boolean isCharacter(Matcher reference) {
    boolean decimal = reference.group(1) != null;
    String digits = decimal ? reference.group(1) : reference.group(2);
    return digits == null || Verifier.isXMLCharacter(Integer.parseInt(digits, decimal ? 10 : 16));
  }
}
