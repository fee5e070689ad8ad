package dev.storywire.producer.formats.agency;

import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.xml.XmlTree;
import dev.storywire.schemas.NewsItem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Converts the text of an NITF document to HTML. */
final class NitfHtml {
  private static final Map<String, String> HTML_NAMES =
      Map.of("hl1", "h1", "hl2", "h2", "block", "div", "bq", "blockquote");

  /** Elements that are kept. Others, which mark names and dates in the text, are unwrapped. */
  private static final Set<String> HTML =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "div",
          "br",
          "hr",
          "a",
          "em",
          "strong",
          "b",
          "i",
          "q",
          "sub",
          "sup",
          "bq",
          "blockquote",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "pre",
          "table",
          "caption",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "th",
          "td",
          "col",
          "colgroup");

  private static final Set<String> NOT_TEXT =
      Set.of(
          "media", "alt-code", "media-metadata", "script", "style", "table-metadata", "datasource");

  /** Tags of an agency's own system that are escaped in the text. */
  private static final Pattern ESCAPED_TAGS =
      Pattern.compile("<(\\p{Alpha}{1,20})>([^<>]{0,80})</\\1>");

  private NitfHtml() {}

  /**
   * Returns the HTML of a content element, e.g. {@code body.content}, without bylines and escaped
   * tags of an agency's own system; null if it has no text.
   */
  static @Nullable String html(@Nullable Element content) {
    if (content == null) {
      return null;
    }
    Element copy = content.clone();
    NitfByline.removeFrom(copy);
    for (Element element : copy.select(":scope *")) {
      String name = element.normalName();
      if (NOT_TEXT.contains(name)) {
        element.remove();
      } else if (HTML_NAMES.containsKey(name)) {
        element.tagName(HTML_NAMES.getOrDefault(name, name));
      } else if (!HTML.contains(name)) {
        element.unwrap();
      }
    }
    for (TextNode text : copy.nodeStream(TextNode.class).toList()) {
      if (text.getWholeText().contains("</")) {
        text.text(ESCAPED_TAGS.matcher(text.getWholeText()).replaceAll("$2"));
      }
    }
    return copy.hasText() ? copy.html().strip() : null;
  }

  /** Adds the media of the content. */
  static void media(ItemBuilder draft, @Nullable Element content) {
    for (Element media : XmlTree.below(content, "media")) {
      String type = XmlTree.attribute(media, "media-type");
      for (Element reference : XmlTree.children(media, "media-reference")) {
        draft.association(
            new NewsItem.Association(
                "media",
                null,
                type == null ? null : type.toLowerCase(Locale.ROOT),
                XmlTree.attribute(reference, "source")));
      }
    }
  }
}
