package dev.storywire.producer.formats.agency;

import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.xml.XmlTree;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of authors in the bylines of NITF and XHTML. The author's title ({@code byttl})
 * is not part of the name.
 */
final class NitfByline {
  private static final String TITLES = "byttl, .byttl, .bytitle, .byline-title";
  private static final String BYLINES = "byline, .byline, .by-line";

  /** Longest byline within a text, in characters; longer elements contain other text. */
  private static final int MAX_LENGTH = 200;

  private NitfByline() {}

  /** Returns the names in the bylines of a head; null if there are none. */
  static @Nullable String of(@Nullable Element head) {
    return names(XmlTree.children(head, "byline"));
  }

  /** Returns the names in the bylines within a text; null if there are none. */
  static @Nullable String within(@Nullable Element content) {
    return content == null ? null : names(elements(content).select(BYLINES));
  }

  /** Removes the bylines and titles of authors from a text. */
  static void removeFrom(Element content) {
    elements(content).remove();
  }

  private static Elements elements(Element content) {
    return content.select(BYLINES + ", " + TITLES).stream()
        .filter(element -> !element.equals(content) && element.text().length() <= MAX_LENGTH)
        .collect(Collectors.toCollection(Elements::new));
  }

  /** Returns the names, or the titles if there are no names. */
  private static @Nullable String names(List<Element> bylines) {
    List<Element> untitled = bylines.stream().map(NitfByline::withoutTitle).toList();
    return ItemBuilder.first(joined(untitled), joined(bylines));
  }

  private static Element withoutTitle(Element byline) {
    Element copy = byline.clone();
    copy.select(TITLES).remove();
    return copy;
  }

  private static String joined(List<Element> bylines) {
    return bylines.stream()
        .map(XmlTree::words)
        .filter(Objects::nonNull)
        .map(words -> words.replaceFirst("^(?i:by)\\s+", ""))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
