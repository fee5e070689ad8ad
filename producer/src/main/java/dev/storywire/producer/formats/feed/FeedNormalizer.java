package dev.storywire.producer.formats.feed;

import dev.storywire.producer.formats.item.DateParser;
import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.producer.formats.source.RefusedException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
 * Normalises the XML of a feed for Rome. Times become RFC 3339; times that cannot be parsed are
 * removed, since Rome would guess them. RSS elements lose their namespace, and Atom elements get
 * the Atom 1.0 namespace. Markup in texts is escaped, links become absolute, the language is added
 * to each entry, and the XHTML or Userland text of an item becomes its description.
 */
final class FeedNormalizer {
  private static final Set<String> TIMES =
      Set.of(
          "pubDate",
          "lastBuildDate",
          "date",
          "published",
          "updated",
          "modified",
          "issued",
          "created");

  private static final Set<String> ENTRIES = Set.of("item", "entry");

  private static final Set<String> MARKED_UP =
      Set.of("title", "description", "summary", "subtitle", "content");

  private static final Set<String> RIGHTS = Set.of("rights", "copyright");

  private static final Set<String> TEXTS = Set.of("body", "fullitem");

  private static final Namespace ATOM_0_3 = Namespace.getNamespace("http://purl.org/atom/ns#");
  private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

  private static final Namespace DUBLIN_CORE =
      Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");

  private static final Set<Namespace> ATOM_TEXTS = Set.of(ATOM, ATOM_0_3);

  private FeedNormalizer() {}

  /** A normalised feed and its flaws. */
  record Normalized(Document document, List<DocumentRepair> repairs) {}

  /** Reads the feed from {@code source}, its path or URL. */
  static Normalized build(XMLStreamReader reader, String source)
      throws XMLStreamException, RefusedException {
    try {
      Document document = new StAXStreamBuilder().build(reader);
      FeedShape.wrapEntry(document);
      List<DocumentRepair> repairs = new ArrayList<>();
      normalise(document, source, repairs);
      if (FeedShape.normalise(document)) {
        repairs.add(
            new DocumentRepair(
                DocumentRepair.Kind.MISPLACED_ITEMS, "items outside the channel were read"));
      }
      return new Normalized(document, repairs);
    } catch (IllegalArgumentException e) { // a namespace that JDOM does not accept, for example
      throw new XMLStreamException("not a valid document: " + e.getMessage());
    } catch (JDOMException e) {
      if (e.getCause() instanceof XMLStreamException cause) {
        throw cause;
      }
      throw new RefusedException("bad-xml", "not well-formed XML: " + e.getMessage());
    }
  }

  private static void normalise(Document document, String source, List<DocumentRepair> repairs) {
    Element root = document.getRootElement();
    List<Element> elements = new ArrayList<>();
    document.getDescendants(Filters.element()).forEach(elements::add);
    repair(root, elements, repairs);
    Namespace given = root.getNamespace();
    Namespace known = namespace(root);
    FeedLinks.makeAbsolute(root, elements, source);
    for (Element element : elements) {
      if (ENTRIES.contains(element.getName())) {
        addLanguage(element);
      }
      if (!known.equals(given) && element.getNamespace().equals(given)) {
        element.removeNamespaceDeclaration(given);
        element.setNamespace(known);
      }
      normaliseValue(element);
    }
    // after all times and links have been normalised
    elements.forEach(FeedNormalizer::extend);
  }

  /** Corrects the names of elements, and reports them and invalid values. */
  private static void repair(Element root, List<Element> elements, List<DocumentRepair> repairs) {
    String renamed = FeedNames.correct(root, elements);
    if (renamed != null) {
      String detail = "element names in another case, such as <" + renamed + ">";
      repairs.add(new DocumentRepair(DocumentRepair.Kind.NAME_CASE, detail));
    }
    String invalid = FeedValues.firstInvalid(root, elements);
    if (invalid != null) {
      String detail = "the value of <" + invalid + "> is invalid and was ignored";
      repairs.add(new DocumentRepair(DocumentRepair.Kind.BAD_VALUE, detail));
    }
  }

  /** Rewrites a time or a text to the form that Rome reads. */
  private static void normaliseValue(Element element) {
    String name = element.getName();
    if (TIMES.contains(name)) {
      Instant time = DateParser.parse(element.getText());
      // Rome reads the digits of a fraction as milliseconds, however many there are
      element.setText(time == null ? "" : time.truncatedTo(ChronoUnit.MILLIS).toString());
    }
    if (MARKED_UP.contains(name)) {
      escapeMarkup(element);
    }
    EscapedText.normalise(element);
    if (ATOM_TEXTS.contains(element.getNamespace())) {
      AtomElements.normalise(element);
      addRights(element);
    }
    Element parent = element.getParentElement();
    if (parent != null && parent.getName().equals("item") && TEXTS.contains(name)) {
      asDescription(element, parent);
    }
  }

  private static void extend(Element element) {
    if (ENTRIES.contains(element.getName())) {
      ItemExtensions.addTime(element);
    }
    if (element.getName().equals("item")) {
      ItemExtensions.addLink(element);
    } else if (element.getName().equals("entry")) {
      ItemExtensions.preferPage(element);
    }
  }

  /** Turns child elements of a text, which Rome ignores, into escaped markup. */
  private static void escapeMarkup(Element text) {
    boolean xhtml = "xhtml".equals(text.getAttributeValue("type"));
    if (text.getChildren().isEmpty() || xhtml || !isText(text)) {
      return;
    }
    text.setText(new XMLOutputter().outputElementContentString(text));
    if (ATOM_TEXTS.contains(text.getNamespace())) {
      text.setAttribute("type", "html");
      text.setAttribute("mode", "escaped"); // of Atom 0.3
    }
  }

  /** Returns true unless the element belongs to another vocabulary, like {@code <media:title>}. */
  private static boolean isText(Element element) {
    Element parent = element.getParentElement();
    return parent != null && parent.getNamespace().equals(element.getNamespace());
  }

  /** Adds the language of the entry according to its {@code xml:lang} or that of the feed. */
  private static void addLanguage(Element entry) {
    if (entry.getChild("language", DUBLIN_CORE) != null) {
      return;
    }
    for (Element at = entry; at != null; at = at.getParentElement()) {
      String language = at.getAttributeValue("lang", Namespace.XML_NAMESPACE);
      if (language != null) {
        if (!language.isBlank()) { // a blank one means that the language is not known
          entry.addContent(new Element("language", DUBLIN_CORE).setText(language.strip()));
        }
        return;
      }
    }
  }

  /**
   * Adds the rights of an Atom entry as those of Dublin Core, since Rome does not pass on the
   * others.
   */
  private static void addRights(Element rights) {
    Element entry = rights.getParentElement();
    boolean ofEntry = entry != null && entry.getName().equals("entry");
    if (ofEntry
        && RIGHTS.contains(rights.getName())
        && entry.getChild("rights", DUBLIN_CORE) == null) {
      boolean escaped = rights.getChildren().isEmpty();
      String text =
          escaped ? rights.getText() : new XMLOutputter().outputElementContentString(rights);
      entry.addContent(new Element("rights", DUBLIN_CORE).setText(text));
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
