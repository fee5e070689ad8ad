package dev.storywire.text.clean;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/**
 * Converts HTML, XHTML or NITF to lines, one for each block, without navigation, forms and scripts.
 */
final class Markup {
  /** Closing tags, and typical opening tags. A ticker symbol such as {@code <P>} does not match. */
  private static final Pattern TAG =
      Pattern.compile(
          "</\\p{Alpha}[\\w.:-]{0,30}>|<br ?/?>|<(?:p|div|img|a)(?: [a-z-]+=[^<>]{0,2000})?/?>");

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#x\\p{XDigit}{1,6}|\\w{2,8});");

  private static final Set<String> NOT_TEXT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "title",
          "nav",
          "footer",
          "aside",
          "form",
          "button",
          "select",
          "figure",
          "figcaption",
          "caption",
          "iframe",
          "object",
          "svg",
          "audio",
          "video",
          "media",
          "media-caption",
          "body.head",
          "body.end");

  /**
   * An element without content in the syntax of XML, such as {@code <iframe src="x" />}. An HTML
   * parser would take the text after it for its content.
   */
  private static final Pattern EMPTY_ELEMENT =
      Pattern.compile(
          "(?i)<("
              + NOT_TEXT.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"))
              + ")(?:\\s(?:[^<>]{0,2000}[\\s\"'])?)?/>(?![^<]{0,2000}</\\1)");

  private static final Set<String> NITF_BLOCKS = Set.of("body.content", "block", "hl2", "media");

  private Markup() {}

  /** Returns true if a plain text contains tags. */
  static boolean isMarkup(String text) {
    Matcher tag = TAG.matcher(text);
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      if (tag.region(at, text.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  /** Decodes entities, which some feeds have in plain text. */
  static String decode(String text) {
    return text.indexOf('&') >= 0 && ENTITY.matcher(text).find()
        ? Parser.unescapeEntities(text, false)
        : text;
  }

  /** Returns the visible lines, joined by {@code \n}. Accepts any input. */
  static String lines(String markup) {
    var out = new StringBuilder(markup.length() / 2);
    Jsoup.parse(EMPTY_ELEMENT.matcher(markup).replaceAll(" "))
        .filter(
            new NodeFilter() {
              @Override
              public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode text) {
                  out.append(text.text());
                } else if (node instanceof Element element) {
                  if (NOT_TEXT.contains(element.normalName()) || element.hasAttr("hidden")) {
                    return FilterResult.SKIP_ENTIRELY;
                  }
                  separate(element, out);
                }
                return FilterResult.CONTINUE;
              }

              @Override
              public FilterResult tail(Node node, int depth) {
                if (node instanceof Element element) {
                  separate(element, out);
                }
                return FilterResult.CONTINUE;
              }
            });
    return out.toString();
  }

  private static void separate(Element element, StringBuilder out) {
    String name = element.normalName();
    if (name.equals("td") || name.equals("th")) {
      out.append(' ');
    } else if (name.equals("br") || element.isBlock() || NITF_BLOCKS.contains(name)) {
      out.append('\n');
    }
  }
}
