package dev.storywire.producer.formats.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/**
 * Makes Rome accept feeds that other readers accept. Rome refuses a whole feed if it does not know
 * the version of RSS, or if an element such as {@code skipHours} has an invalid value; elements
 * that are not read are removed.
 */
final class FeedShape {
  private static final Set<String> RSS_VERSIONS = Set.of("0.91", "0.92", "0.93", "0.94", "2.0");

  /** Elements of a channel from which items inherit nothing. */
  private static final Set<String> NOT_READ =
      Set.of("cloud", "image", "rating", "skipDays", "skipHours", "textInput", "textinput", "ttl");

  static final String SYNDICATION = "http://purl.org/rss/1.0/modules/syndication/";

  private static final Namespace RSS_1_0 = Namespace.getNamespace("http://purl.org/rss/1.0/");

  private FeedShape() {}

  /** Makes an entry or item that is the root of a document the only one of a feed. */
  static void wrapEntry(Document document) {
    Element root = document.getRootElement();
    String name = root.getName().toLowerCase(Locale.ROOT);
    if (name.equals("entry") || name.equals("item")) {
      boolean atom = name.equals("entry");
      document.setRootElement(new Element(atom ? "feed" : "channel", root.getNamespace()));
      document.getRootElement().addContent(root);
    }
  }

  /** Returns true if items were outside the channel. */
  static boolean normalise(Document document) {
    Element root = document.getRootElement();
    if (root.getName().equals("channel")) {
      document.setRootElement(new Element("rss").setAttribute("version", "2.0"));
      document.getRootElement().addContent(root);
    } else if (root.getName().equals("rss")
        && !RSS_VERSIONS.contains(root.getAttributeValue("version", "2.0"))) {
      root.setAttribute("version", "2.0");
    }
    removeUnread(document.getRootElement());
    return !document.getRootElement().getName().equals("feed")
        && normaliseChannel(document.getRootElement());
  }

  /**
   * Moves all items of an RSS feed into its first channel; of an RDF feed, to its root. Returns
   * true if there were such items.
   */
  private static boolean normaliseChannel(Element root) {
    boolean moved = false;
    List<Element> items = new ArrayList<>();
    root.getDescendants(Filters.element()).forEach(items::add);
    items.removeIf(element -> !element.getName().equals("item") || isWithinItem(element));
    Element channel = channel(root, items);
    removeUnread(channel);
    Element home = root.getName().equals("rss") ? channel : root;
    for (Element item : items) {
      if (!home.equals(item.getParentElement())
          && item.getNamespace().equals(channel.getNamespace())) {
        home.addContent(item.detach());
        moved = true;
      }
    }
    return moved;
  }

  /** Returns the first channel, which is added if there is none. */
  private static Element channel(Element root, List<Element> items) {
    for (Element child : root.getChildren()) {
      if (child.getName().equals("channel")) {
        return child;
      }
    }
    Namespace rdf = items.isEmpty() ? RSS_1_0 : items.get(0).getNamespace();
    boolean rss = root.getName().equals("rss");
    Element channel = new Element("channel", rss ? Namespace.NO_NAMESPACE : rdf);
    root.addContent(0, channel);
    return channel;
  }

  private static boolean isWithinItem(Element element) {
    for (Element at = element.getParentElement(); at != null; at = at.getParentElement()) {
      if (at.getName().equals("item")) {
        return true;
      }
    }
    return false;
  }

  private static void removeUnread(Element feed) {
    List<Element> unread = new ArrayList<>();
    for (Element child : feed.getChildren()) {
      boolean own = child.getNamespace().equals(feed.getNamespace()) || isRss(child.getNamespace());
      if ((own && NOT_READ.contains(child.getName()))
          || child.getNamespaceURI().equals(SYNDICATION)) {
        unread.add(child);
      }
    }
    unread.forEach(Element::detach);
  }

  private static boolean isRss(Namespace namespace) {
    return namespace.getURI().startsWith("http://purl.org/rss/1.0/")
        || namespace.getURI().startsWith("http://my.netscape.com/rdf/");
  }
}
