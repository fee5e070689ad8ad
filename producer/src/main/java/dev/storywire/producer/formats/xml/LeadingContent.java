package dev.storywire.producer.formats.xml;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Content before an XML document, such as the warnings of a script that writes a feed. */
public final class LeadingContent {
  private static final String ROOT =
      "<(?:[\\w.-]{1,30}:)?(?:rss|feed|RDF|nitf|NewsML|newsItem|newsMessage)";

  /** An XML declaration, with the root element of a news format. */
  private static final Pattern DECLARED =
      Pattern.compile(
          "<\\?xml\\s[^>]{0,200}\\?>\\s*+(?:<!(?:--)?[^>]{0,500}>\\s*+){0,5}+" + ROOT + "[\\s>]");

  /** A root element at the beginning of a line, with its version or namespace. */
  private static final Pattern BARE =
      Pattern.compile("(?m)^[ \\t]{0,20}+" + ROOT + "\\s[^<>]{0,300}(?:version|xmlns)[^<>]{0,20}=");

  /** Maximum length of the content before a document without a declaration, in characters. */
  private static final int MAX_LENGTH = 4096;

  private LeadingContent() {}

  /**
   * Returns the position at which the XML document begins; 0 if the text does not contain the root
   * element of a news format, or begins with markup that is not a warning.
   */
  public static int length(String text) {
    String start = text.substring(0, Math.min(text.length(), MAX_LENGTH));
    Matcher bare = BARE.matcher(start);
    if (bare.find()) {
      String before = start.substring(0, bare.start());
      if (before.isBlank()) {
        return 0;
      }
      if (isWarning(before)) {
        return bare.start();
      }
    }
    Matcher declared = DECLARED.matcher(text);
    return declared.find() ? declared.start() : 0;
  }

  /** Returns false for the prolog of a document, and for a web page. */
  private static boolean isWarning(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return !(lower.contains("<?xml")
        || lower.contains("<!")
        || lower.contains("<html")
        || lower.contains("<body"));
  }
}
