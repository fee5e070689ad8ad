package dev.storywire.producer.formats.xml;

import dev.storywire.producer.formats.source.RefusedException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document without its document type declaration. DTDs are neither validated nor fetched.
 *
 * @param text the document without the declaration
 * @param entities the plain text entities that the declaration contains
 */
record Doctype(String text, Map<String, String> entities) {
  private static final Pattern ROOT = Pattern.compile("<[A-Za-z_:]");

  /** The entities of XML itself, which a declaration cannot change. */
  private static final Set<String> PREDEFINED = Set.of("amp", "lt", "gt", "quot", "apos");

  private static final Pattern REFERENCE = Pattern.compile("&([^\\s;&<]{1,200});");

  /** The beginning of a declaration. With a percent sign, it declares a parameter entity. */
  private static final Pattern NAME =
      Pattern.compile("<!ENTITY\\s+(?:(%)\\s+)?([^\\s\"'>]{1,200})");

  /** A declaration of up to 200 characters and character references. */
  private static final Pattern ENTITY =
      Pattern.compile(
          "<!ENTITY\\s+([\\w.-]{1,32})\\s+([\"'])"
              + "((?:(?!\\2)[^<&%]|&#x?\\p{XDigit}{1,6};){0,200}+)\\2\\s*>");

  /**
   * Removes the declaration.
   *
   * @throws RefusedException if the declaration does not end, or declares an entity that is not
   *     short plain text
   */
  static Doctype cut(String text) throws RefusedException {
    Matcher root = ROOT.matcher(text);
    int start = text.indexOf("<!DOCTYPE");
    if (start < 0 || (root.find() && root.start() < start)) {
      return new Doctype(text, Map.of());
    }
    int end = end(text, start);
    String rest = text.substring(0, start) + text.substring(end);
    return new Doctype(rest, entities(text.substring(start, end), rest));
  }

  private static int end(String text, int start) throws RefusedException {
    boolean subset = false;
    char quote = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && text.startsWith("<!--", i)) {
        int comment = text.indexOf("-->", i);
        i = comment < 0 ? text.length() : comment + 2;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        subset = true;
      } else if (c == ']') {
        subset = false;
      } else if (c == '>' && !subset) {
        return i + 1;
      }
    }
    throw new RefusedException("bad-xml", "the document type declaration does not end");
  }

  private static Map<String, String> entities(String declaration, String text)
      throws RefusedException {
    Map<String, String> entities = new HashMap<>();
    Matcher entity = ENTITY.matcher(declaration);
    Set<String> used = new HashSet<>();
    REFERENCE.matcher(text).results().forEach(reference -> used.add(reference.group(1)));
    int at = declaration.indexOf("<!ENTITY");
    while (at >= 0) {
      if (!entity.region(at, declaration.length()).lookingAt()) {
        refuseIfUsed(declaration, at, used);
      } else if (!PREDEFINED.contains(entity.group(1))) {
        entities.putIfAbsent(entity.group(1), entity.group(3));
      }
      at = declaration.indexOf("<!ENTITY", at + 1);
    }
    return entities;
  }

  /**
   * Refuses a document that uses an entity which is not short plain text; unused ones do no harm.
   */
  private static void refuseIfUsed(String declaration, int at, Set<String> used)
      throws RefusedException {
    Matcher name = NAME.matcher(declaration).region(at, declaration.length());
    if (!name.lookingAt() || (name.group(1) == null && used.contains(name.group(2)))) {
      throw new RefusedException(
          "xml-entities",
          "the document type declares an entity that is not short plain text;"
              + " such entities are not expanded");
    }
  }
}
