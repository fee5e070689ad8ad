package dev.storywire.producer.formats.feed;

import java.net.URI;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Resolves relative links of a feed: against {@code xml:base}, else against the feed's own link,
 * else against the address from which it was fetched.
 */
final class FeedLinks {
  private FeedLinks() {}

  /** Resolves all links of the feed that was read from {@code source}. */
  static void makeAbsolute(Element root, List<Element> elements, String source) {
    URI site = site(root, source);
    for (Element element : elements) {
      if (!element.getName().equals("link")) {
        continue;
      }
      URI base = base(element, site);
      String href = element.getAttributeValue("href");
      if (href != null) {
        element.setAttribute("href", resolve(base, href));
      } else if (element.getChildren().isEmpty() && !element.getText().isBlank()) {
        element.setText(resolve(base, element.getTextTrim()));
      }
    }
  }

  /** Returns the URL of the feed's page or of the feed itself, if it is absolute. */
  private static @Nullable URI site(Element root, String source) {
    Element channel = root.getChild("channel", root.getNamespace());
    URI own = absolute(source);
    for (Element child : (channel == null ? root : channel).getChildren()) {
      if (!child.getName().equals("link")) {
        continue;
      }
      String href = child.getAttributeValue("href");
      URI address = absolute(href == null ? child.getTextTrim() : href);
      if (address != null && !"self".equals(child.getAttributeValue("rel"))) {
        return address;
      }
      own = address == null ? own : address;
    }
    return own;
  }

  private static @Nullable URI base(Element element, @Nullable URI site) {
    Element parent = element.getParentElement();
    URI outer = parent == null ? site : base(parent, site);
    String base = element.getAttributeValue("base", Namespace.XML_NAMESPACE);
    URI resolved = base == null ? null : absolute(resolve(outer, base.strip()));
    return resolved == null ? outer : resolved;
  }

  private static String resolve(@Nullable URI base, String link) {
    if (base == null || absolute(link) != null) {
      return link;
    }
    try {
      return base.resolve(link.strip()).toString();
    } catch (IllegalArgumentException e) {
      return link;
    }
  }

  private static @Nullable URI absolute(@Nullable String link) {
    try {
      URI uri = link == null ? null : URI.create(link.strip());
      return uri != null && uri.isAbsolute() ? uri : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
