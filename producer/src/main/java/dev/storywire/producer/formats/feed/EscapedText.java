package dev.storywire.producer.formats.feed;

import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jsoup.parser.Parser;

/**
 * Normalises texts that a feed escapes once too often: CDATA sections within escaped text or within
 * another section, and texts whose paragraphs are escaped twice.
 */
final class EscapedText {
  private static final Set<String> TEXTS =
      Set.of("title", "description", "summary", "subtitle", "content", "encoded");

  private static final Pattern CDATA_MARKS = Pattern.compile("<!\\[CDATA\\[|\\]\\]>");

  private static final Pattern ESCAPED_BLOCK =
      Pattern.compile("(?i)&lt;(?:/(?:p|div|ul|li)|br\\s*+/?)&gt;");

  private EscapedText() {}

  /** Rewrites the text of an element, unless it has child elements. */
  static void normalise(Element element) {
    if (!TEXTS.contains(element.getName()) || !element.getChildren().isEmpty()) {
      return;
    }
    String text = element.getText();
    if (text.contains("<![CDATA[")) {
      // an HTML parser would take the section for a comment, and its text would be lost
      text = CDATA_MARKS.matcher(text).replaceAll("");
      element.setText(text);
    }
    if (text.indexOf('<') < 0 && ESCAPED_BLOCK.matcher(text).find()) {
      element.setText(Parser.unescapeEntities(text, false));
    }
  }
}
