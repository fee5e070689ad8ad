package dev.storywire.producer.formats.feed;

import dev.storywire.producer.formats.item.Base64Text;
import java.util.Locale;
import org.jdom2.Element;

/**
 * Normalises Atom elements that Rome does not read: category labels, URIs of relations and base64
 * content.
 */
final class AtomElements {
  private static final String RELATIONS = "http://www.iana.org/assignments/relation/";

  private AtomElements() {}

  static void normalise(Element element) {
    String mode = element.getAttributeValue("mode");
    if (mode != null) {
      decode(element, mode.strip().toLowerCase(Locale.ROOT));
      return;
    }
    switch (element.getName()) {
      case "category" -> nameByLabel(element);
      case "link" -> shortenRelation(element);
      case "content", "summary", "rights", "copyright" -> decodeContent(element);
      default -> {
        // Rome reads the others
      }
    }
  }

  private static void nameByLabel(Element category) {
    String label = category.getAttributeValue("label");
    if (label != null && !label.isBlank()) {
      category.setAttribute("term", label.strip());
    }
  }

  /** Replaces the URI of a registered relation by its name (RFC 4287, 4.2.7.2). */
  private static void shortenRelation(Element link) {
    String relation = link.getAttributeValue("rel", "").strip();
    if (relation.startsWith(RELATIONS)) {
      link.setAttribute("rel", relation.substring(RELATIONS.length()));
    }
  }

  /**
   * Decodes content of a media type that is neither text nor XML, which is base64 (RFC 4287,
   * 4.1.3.3). Content that does not decode to text is removed.
   */
  private static void decodeContent(Element content) {
    String type = content.getAttributeValue("type", "text").strip().toLowerCase(Locale.ROOT);
    boolean readable =
        type.indexOf('/') < 0
            || type.startsWith("text/")
            || type.endsWith("+xml")
            || type.endsWith("/xml");
    if (readable) {
      return;
    }
    content.setText(Base64Text.decode(content.getText()));
    content.setAttribute("type", content.getText().contains("</") ? "html" : "text");
  }

  /**
   * Decodes content with a mode of Atom 0.3. Rome refuses a feed with a mode that it does not know.
   */
  private static void decode(Element content, String mode) {
    if (mode.equals("base64")) {
      content.setText(Base64Text.decode(content.getText()));
    }
    boolean xml = mode.equals("xml") || !content.getChildren().isEmpty();
    content.setAttribute("mode", xml ? "xml" : "escaped");
  }
}
