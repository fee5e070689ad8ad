package dev.storywire.producer.formats.xml;

import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Navigates the tree of a news document by element names. Names of the news vocabularies and of
 * XHTML have no prefix and ignore case, since agencies vary both. Names of other vocabularies keep
 * their prefix, so that {@code rtr:altId} is not confused with {@code altId}.
 */
public final class XmlTree {
  private static final Set<String> OWN =
      Set.of(
          "",
          "http://iptc.org/std/nar/2006-10-01/",
          "http://iptc.org/std/NITF/2006-10-18/",
          "http://iptc.org/std/NewsML/2003-10-10/",
          "http://www.w3.org/1999/xhtml");

  private XmlTree() {}

  /** Parses a document and returns its root element. */
  public static Element parse(Source source, ItemSink sink) throws IOException, RefusedException {
    return XmlParser.parse(source, sink, XmlTree::build);
  }

  private static Element build(XMLStreamReader reader) throws XMLStreamException {
    Document document = new Document("");
    document.outputSettings().prettyPrint(false);
    Deque<Element> open = new ArrayDeque<>(List.of(document));
    while (reader.hasNext()) {
      Element parent = open.element();
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          Element element = new Element(name(reader, open.size() == 1));
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attr(attribute(reader, i), reader.getAttributeValue(i));
          }
          parent.appendChild(element);
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS -> parent.appendChild(new TextNode(reader.getText()));
        default -> {
          // ignore comments and processing instructions
        }
      }
    }
    return document.child(0);
  }

  private static String name(XMLStreamReader reader, boolean root) {
    String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    String prefix = reader.getPrefix() == null ? "" : reader.getPrefix();
    boolean own = root || prefix.isEmpty() || OWN.contains(namespace);
    return own ? reader.getLocalName() : prefix + ":" + reader.getLocalName();
  }

  private static String attribute(XMLStreamReader reader, int i) {
    String prefix = reader.getAttributePrefix(i);
    return prefix == null || prefix.isEmpty()
        ? reader.getAttributeLocalName(i)
        : prefix + ":" + reader.getAttributeLocalName(i);
  }

  /** Returns the child elements with this name. */
  public static List<Element> children(@Nullable Element parent, String name) {
    return parent == null
        ? List.of()
        : parent.children().stream()
            .filter(child -> child.nameIs(name.toLowerCase(Locale.ROOT)))
            .toList();
  }

  /** Returns the descendants with this name. */
  public static List<Element> below(@Nullable Element from, String name) {
    return from == null
        ? List.of()
        : from.children().stream().flatMap(child -> child.getElementsByTag(name).stream()).toList();
  }

  /**
   * Returns the first element at a path of child names, e.g. {@code itemMeta/pubStatus}; null if
   * there is none.
   */
  public static @Nullable Element at(@Nullable Element from, String path) {
    List<Element> level = from == null ? List.of() : List.of(from);
    for (String name : path.split("/")) {
      level = level.stream().flatMap(element -> children(element, name).stream()).toList();
    }
    return level.isEmpty() ? null : level.get(0);
  }

  /**
   * Returns the text of the element at the path with normalised white space; null if there is none.
   */
  public static @Nullable String text(@Nullable Element from, String path) {
    return text(at(from, path));
  }

  /**
   * Returns the text nodes in the element at the path, joined by spaces; null if there are none.
   */
  public static @Nullable String words(@Nullable Element from, String path) {
    Element element = at(from, path);
    return element == null ? null : words(element);
  }

  /** Returns the text nodes in an element, joined by spaces; null if there are none. */
  public static @Nullable String words(Element element) {
    return ItemBuilder.text(
        element
            .nodeStream(TextNode.class)
            .map(node -> node.text().strip())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" ")));
  }

  /** Returns all text in an element with normalised white space; null if there is none. */
  public static @Nullable String text(@Nullable Element element) {
    return element == null ? null : ItemBuilder.text(element.text());
  }

  /** Returns an attribute of the element at the path; null if it is absent or blank. */
  public static @Nullable String attribute(@Nullable Element from, String path, String name) {
    return attribute(at(from, path), name);
  }

  /** Returns an attribute; null if it is absent or blank. */
  public static @Nullable String attribute(@Nullable Element element, String name) {
    return element == null ? null : ItemBuilder.text(element.attr(name));
  }
}
