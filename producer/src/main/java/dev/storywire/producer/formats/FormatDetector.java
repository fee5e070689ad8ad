package dev.storywire.producer.formats;

import dev.storywire.producer.formats.json.Jsonp;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.xml.LeadingContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects the format of a source from its first bytes. The file name only distinguishes JSON Lines
 * from a single JSON document.
 */
final class FormatDetector {
  private static final int HEAD = 1 << 16;

  /** Start of a transmission, and of its text. */
  private static final char SOH = 1;

  private static final char STX = 2;

  private static final Pattern START_TAG = Pattern.compile("<(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)");

  /** The field that a JSON Feed must have; slashes may be escaped. */
  private static final Pattern JSON_FEED =
      Pattern.compile(
          "\"version\"\\s*:\\s*\"https?:\\\\?/\\\\?/(?:www\\.)?jsonfeed\\.org\\\\?/version");

  private static final Pattern YAML = Pattern.compile("(?i)\\.ya?ml$");

  private FormatDetector() {}

  /**
   * Returns the format.
   *
   * @throws RefusedException if the format is not supported; the reason names what was found
   */
  static Format of(Source source) throws IOException, RefusedException {
    byte[] head = source.head(HEAD);
    if (head.length == 0) {
      throw new RefusedException("empty", "the input is empty");
    }
    // markup is ASCII in all supported charsets, once the zero bytes of UTF-16 are removed
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    boolean utf16 = bytes.matches("(?s)(\u00FE\u00FF|\u00FF\u00FE|\0[<{\\[]|[<{\\[]\0).*");
    String text =
        (utf16 ? bytes.replace("\0", "") : bytes)
            .replaceFirst("^(\0+|\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
            .stripLeading();
    if (text.isEmpty()) {
      throw new RefusedException("empty", "the input contains only white space");
    }
    text = text.substring(Jsonp.start(text));
    if (text.charAt(0) != '{' && text.charAt(0) != '[') {
      text = text.substring(LeadingContent.length(text));
    }
    return switch (text.charAt(0)) {
      case '{' -> json(text, source.id());
      case '[' -> Format.NINJS;
      case '<' -> markup(text);
      case '\u0016', '\u0001' -> Format.ANPA;
      default -> lines(text, source.id());
    };
  }

  private static Format json(String text, String id) {
    if (JSON_FEED.matcher(text).find()) {
      return Format.JSON_FEED;
    }
    int firstEnd = text.indexOf('\n');
    boolean lines =
        isLines(id) || (firstEnd > 0 && text.substring(0, firstEnd).stripTrailing().endsWith("}"));
    return lines ? Format.JSONL : Format.NINJS;
  }

  private static Format lines(String text, String id) throws RefusedException {
    if (YAML.matcher(id).find()) {
      throw new RefusedException(
          "unknown-format", "a YAML file is a list of feeds, which ingest --follow reads");
    }
    return isLines(id) ? Format.JSONL : plain(text);
  }

  private static boolean isLines(String id) {
    return id.toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)(\\.gz)?");
  }

  private static Format markup(String text) throws RefusedException {
    Matcher matcher = START_TAG.matcher(text);
    matcher.region(afterProlog(text), text.length());
    if (!matcher.lookingAt()) {
      throw new RefusedException("unknown-format", "the input begins with '<' but has no element");
    }
    String root = matcher.group(1);
    return switch (root.toLowerCase(Locale.ROOT)) {
      case "rss", "feed", "rdf", "channel", "entry", "item" -> Format.RSS;
      case "newsmessage",
          "newsitem",
          "packageitem",
          "conceptitem",
          "knowledgeitem",
          "planningitem",
          "catalogitem" ->
          Format.NEWSML_G2;
      case "newsml" -> Format.NEWSML_1;
      case "nitf" -> Format.NITF;
      case "html", "head", "body", "div", "article", "p", "main", "section" -> Format.HTML;
      case "opml" ->
          throw new RefusedException(
              "unknown-format",
              "the root element <opml> is that of a list of feeds, which ingest --follow reads");
      default ->
          throw new RefusedException(
              "unknown-format",
              "the root element <"
                  + root
                  + "> belongs to none of the supported XML formats: NewsML-G2, NewsML 1, NITF,"
                  + " RSS, Atom, HTML");
    };
  }

  /** Returns the position after declarations, comments and processing instructions. */
  private static int afterProlog(String text) {
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("<!--", at)) {
        at = after(text, "-->", at);
      } else if (text.startsWith("<?", at)) {
        at = after(text, "?>", at);
      } else if (text.startsWith("<!", at)) {
        int end = text.indexOf('>', at);
        int subset = text.indexOf('[', at);
        at = after(text, subset >= 0 && subset < end ? "]" : ">", at);
      } else if (text.charAt(at) == '>') {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  private static int after(String text, String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private static Format plain(String text) throws RefusedException {
    if (text.indexOf('\0') >= 0) {
      throw new RefusedException("binary", "the input is binary data, not text");
    }
    int start = text.indexOf(SOH); // line noise may come before it
    return start >= 0 && text.indexOf(STX, start) > 0 ? Format.ANPA : Format.TEXT;
  }
}
