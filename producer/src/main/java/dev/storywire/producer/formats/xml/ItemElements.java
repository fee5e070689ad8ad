package dev.storywire.producer.formats.xml;

import java.util.Locale;
import java.util.Set;

/**
 * Names of the elements that contain one item each. Of a truncated document, the complete ones are
 * kept.
 */
final class ItemElements {
  private static final Set<String> ITEMS =
      Set.of("item", "entry", "newsitem", "packageitem", "outline");

  private static final Set<String> FLAT = Set.of("item", "entry");

  /** Elements of feed items that do not contain each other. */
  private static final Set<String> FIELDS =
      Set.of("title", "link", "guid", "description", "pubDate", "category");

  /** HTML elements without an end tag, which occur in feeds with unescaped markup. */
  private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr");

  private ItemElements() {}

  static boolean isVoid(String name) {
    return VOID.contains(name);
  }

  static boolean isItem(String name) {
    return ITEMS.contains(name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT));
  }

  /** Returns true for items that cannot be nested. */
  static boolean isFlat(String name) {
    return FLAT.contains(name);
  }

  /** Returns true if the text contains the end tag of an item. */
  static boolean hasWholeItem(StringBuilder text) {
    for (int end = text.lastIndexOf("</"); end >= 0; end = text.lastIndexOf("</", end - 1)) {
      int close = text.indexOf(">", end);
      if (close > 0 && isItem(text.substring(end + 2, close))) {
        return true;
      }
    }
    return false;
  }

  /** Returns true if neither element can contain the other, so that the outer one lacks its end. */
  static boolean areFields(String outer, String inner) {
    return FIELDS.contains(outer) && FIELDS.contains(inner);
  }
}
