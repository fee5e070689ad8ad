package dev.storywire.producer.formats.xml;

import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.source.TextDecoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The text of an XML document, made fit for a parser that knows no DTD: the document type
 * declaration is cut out, and entities that HTML defines become their characters. Nothing is
 * fetched and nothing is expanded.
 */
public final class XmlCleaner {
  private static final Pattern ENTITY = Pattern.compile("&([A-Za-z][A-Za-z0-9]{1,31});");

  /** Has been obeyed when there is text; some feeds have it twice, or behind a comment. */
  private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s[^>]{0,200}\\?>");

  private static final Pattern ROOT = Pattern.compile("<[A-Za-z_:]");

  private XmlCleaner() {}

  /**
   * The document's text.
   *
   * @throws RefusedException if it declares entities of its own
   */
  public static String of(Source source) throws java.io.IOException, RefusedException {
    return of(TextDecoder.text(source.bytes(), source.contentType()));
  }

  public static String of(String text) throws RefusedException {
    String bare = DECLARATION.matcher(withoutDoctype(text)).replaceAll("").strip();
    return ENTITY.matcher(bare).replaceAll(XmlCleaner::character);
  }

  private static String character(java.util.regex.MatchResult entity) {
    String character = Parser.unescapeEntities(entity.group(), true);
    boolean markup = "<>&\"'".contains(character);
    return Matcher.quoteReplacement(markup ? entity.group() : character);
  }

  private static String withoutDoctype(String text) throws RefusedException {
    Matcher root = ROOT.matcher(text);
    int start = text.indexOf("<!DOCTYPE");
    if (start < 0 || (root.find() && root.start() < start)) {
      return text;
    }
    boolean subset = false;
    char quote = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        subset = true;
      } else if (c == ']') {
        subset = false;
      } else if (c == '>' && !subset) {
        if (text.substring(start, i).contains("<!ENTITY")) {
          throw new RefusedException(
              "xml-entities",
              "the document type declares entities of its own, which are not expanded; "
                  + "only the predefined ones and those of HTML are read");
        }
        return text.substring(0, start) + text.substring(i + 1);
      }
    }
    throw new RefusedException("bad-xml", "the document type declaration does not end");
  }
}
