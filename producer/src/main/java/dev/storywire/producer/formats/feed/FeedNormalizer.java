package dev.storywire.producer.formats.feed;

import dev.storywire.producer.formats.item.DateParser;
import dev.storywire.producer.formats.source.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;
import org.jdom2.input.StAXStreamBuilder;
import org.jdom2.output.XMLOutputter;

/**
 * A feed's XML brought to what Rome knows: times as RFC 3339, RSS without namespace and Atom in its
 * own, and an item's XHTML or Userland text as its description.
 */
final class FeedNormalizer {
  private static final Set<String> TIMES =
      Set.of("pubDate", "date", "published", "updated", "modified", "issued", "created");

  private static final Set<String> TEXTS = Set.of("body", "fullitem");

  private static final Namespace ATOM_0_3 = Namespace.getNamespace("http://purl.org/atom/ns#");
  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

  private FeedNormalizer() {}

  static Document build(XMLStreamReader reader) throws XMLStreamException, RefusedException {
    try {
      Document document = new StAXStreamBuilder().build(reader);
      normalise(document);
      return document;
    } catch (JDOMException e) {
      if (e.getCause() instanceof XMLStreamException cause) {
        throw cause;
      }
      throw new RefusedException("bad-xml", "not well-formed XML: " + e.getMessage());
    }
  }

  private static void normalise(Document document) {
    Element root = document.getRootElement();
    Namespace given = root.getNamespace();
    Namespace known = namespace(root);
    List<Element> elements = new ArrayList<>();
    document.getDescendants(Filters.element()).forEach(elements::add);
    for (Element element : elements) {
      if (!known.equals(given) && element.getNamespace().equals(given)) {
        element.removeNamespaceDeclaration(given);
        element.setNamespace(known);
      }
      if (TIMES.contains(element.getName())) {
        Instant time = DateParser.parse(element.getText());
        if (time != null) {
          element.setText(time.toString());
        }
      }
      Element parent = element.getParentElement();
      if (parent != null && parent.getName().equals("item") && TEXTS.contains(element.getName())) {
        asDescription(element, parent);
      }
    }
  }

  private static Namespace namespace(Element root) {
    return switch (root.getName()) {
      case "rss", "channel" -> Namespace.NO_NAMESPACE;
      case "feed" -> "0.3".equals(root.getAttributeValue("version")) ? ATOM_0_3 : ATOM;
      default -> root.getNamespace();
    };
  }

  private static void asDescription(Element text, Element item) {
    if (item.getChild("description") == null) {
      boolean escaped = text.getChildren().isEmpty();
      String html = escaped ? text.getText() : new XMLOutputter().outputElementContentString(text);
      item.addContent(new Element("description").setText(html));
    }
  }
}
