package dev.storywire.producer.formats.feed;

import java.util.List;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * Copies the link and the time of an entry from elements of other vocabularies, which Rome does not
 * read there: {@code <a10:updated>} and {@code <atom:link>} in RSS, {@code <dcterms:modified>}.
 */
final class ItemExtensions {
  private static final Namespace DUBLIN_CORE =
      Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");

  private static final List<String> TIMES =
      List.of("updated", "modified", "published", "issued", "created", "date", "pubDate");

  /** Times that Rome reads in Atom 1.0 and 0.3. */
  private static final Set<String> ATOM_TIMES =
      Set.of("updated", "published", "modified", "issued", "created");

  private static final Set<String> ATOM =
      Set.of("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#");

  private ItemExtensions() {}

  /** Copies the time, unless the entry has a time that Rome reads. Times are normalised. */
  static void addTime(Element entry) {
    boolean atom = entry.getName().equals("entry");
    for (Element child : entry.getChildren()) {
      boolean own = child.getNamespace().equals(entry.getNamespace());
      boolean read =
          child.getNamespace().equals(DUBLIN_CORE)
              ? child.getName().equals("date")
              : own && (atom ? ATOM_TIMES.contains(child.getName()) : isPubDate(child));
      if (read && !child.getText().isBlank()) {
        return;
      }
    }
    for (String name : TIMES) {
      for (Element child : entry.getChildren()) {
        if (child.getName().equals(name) && !child.getText().isBlank()) {
          entry.addContent(new Element("date", DUBLIN_CORE).setText(child.getText()));
          return;
        }
      }
    }
  }

  private static boolean isPubDate(Element child) {
    return child.getName().equals("pubDate") && child.getNamespaceURI().isEmpty();
  }

  /**
   * Moves the link to the page of an Atom entry before its links to other representations, such as
   * JSON, since Rome reads the first one.
   */
  static void preferPage(Element entry) {
    List<Element> links = entry.getChildren("link", entry.getNamespace());
    Element first = null;
    for (Element link : links) {
      if (!"alternate".equals(link.getAttributeValue("rel", "alternate"))) {
        continue;
      }
      first = first == null ? link : first;
      if (link.getAttributeValue("type", "text/html").contains("html")) {
        if (!link.equals(first)) {
          entry.addContent(entry.indexOf(first), link.detach());
        }
        return;
      }
    }
  }

  /** Copies the link of an RSS item, unless it has a link. */
  static void addLink(Element item) {
    for (Element child : item.getChildren("link", item.getNamespace())) {
      if (!child.getText().isBlank() || child.getAttribute("href") != null) {
        return;
      }
    }
    for (Element child : List.copyOf(item.getChildren())) {
      boolean page = "alternate".equals(child.getAttributeValue("rel", "alternate"));
      String href = child.getAttributeValue("href");
      if (child.getName().equals("link")
          && ATOM.contains(child.getNamespaceURI())
          && page
          && href != null) {
        item.addContent(new Element("link", item.getNamespace()).setText(href));
        return;
      }
    }
  }
}
