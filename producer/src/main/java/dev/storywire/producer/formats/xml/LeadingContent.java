package dev.storywire.producer.formats.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Content before an XML document, such as the warnings of a script that writes a feed. */
public final class LeadingContent {
  /** An XML declaration, with the root element of a news format. */
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "<\\?xml\\s[^>]{0,200}\\?>\\s*+(?:<!(?:--)?[^>]{0,500}>\\s*+){0,5}+"
              + "<(?:[\\w.-]{1,30}:)?(?:rss|feed|RDF|nitf|NewsML|newsItem|newsMessage)[\\s>]");

  private LeadingContent() {}

  /**
   * Returns the position at which the XML document begins; 0 if the text has no XML declaration
   * with the root element of a news format.
   */
  public static int length(String text) {
    Matcher document = DOCUMENT.matcher(text);
    return document.find() ? document.start() : 0;
  }
}
