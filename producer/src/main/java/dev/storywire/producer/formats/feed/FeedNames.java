package dev.storywire.producer.formats.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * The names of feed elements and attributes, in the case in which RSS and Atom define them. Some
 * programs write {@code <RSS>} or {@code <pubdate>}.
 */
final class FeedNames {
  private static final Map<String, String> ELEMENTS =
      byLowerCase(
          "rss RDF channel item title link description pubDate lastBuildDate guid author category"
              + " enclosure source language copyright managingEditor url feed entry id name"
              + " email updated published modified"
              + " issued created summary content rights subtitle");

  private static final Map<String, String> ATTRIBUTES =
      byLowerCase("version href rel type url term label scheme domain isPermaLink mode");

  /** Vocabularies whose names are all in lower case. */
  private static final Set<String> LOWER_CASE =
      Set.of(
          "http://purl.org/dc/elements/1.1/",
          "http://purl.org/rss/1.0/modules/content/",
          "http://www.w3.org/2005/Atom");

  private FeedNames() {}

  private static Map<String, String> byLowerCase(String names) {
    return Stream.of(names.split(" "))
        .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));
  }

  /**
   * Renames the elements of the feed's own vocabulary that are in another case. Returns the name of
   * the first one; null if there is none.
   */
  static @Nullable String correct(Element root, List<Element> elements) {
    String first = null;
    for (Element element : elements) {
      boolean own =
          element.equals(root)
              || element.getNamespaceURI().isEmpty()
              || element.getNamespaceURI().equals("http://purl.org/rss/1.0/")
              || element.getNamespace().equals(root.getNamespace());
      String given = element.getName();
      if (!own && !LOWER_CASE.contains(element.getNamespaceURI())) {
        continue;
      }
      String name =
          !own
              ? given.toLowerCase(Locale.ROOT)
              : ELEMENTS.getOrDefault(given.toLowerCase(Locale.ROOT), given);
      if (!name.equals(given)) {
        element.setName(name);
        first = first == null ? given : first;
      }
      for (Attribute attribute : new ArrayList<>(element.getAttributes())) {
        correct(attribute);
      }
    }
    return first;
  }

  private static void correct(Attribute attribute) {
    String given = attribute.getName();
    String name = ATTRIBUTES.getOrDefault(given.toLowerCase(Locale.ROOT), given);
    Element element = attribute.getParent();
    boolean free = element.getAttribute(name) == null;
    if (!name.equals(given) && free && attribute.getNamespace().equals(Namespace.NO_NAMESPACE)) {
      attribute.setName(name);
    }
  }
}
