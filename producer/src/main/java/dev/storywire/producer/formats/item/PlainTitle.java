package dev.storywire.producer.formats.item;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/** Converts titles of feeds, which may hold markup, to plain text. */
public final class PlainTitle {
  /** Something in angle brackets that looks like a tag; the last one may be incomplete. */
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:\\w+:)?(\\p{Alpha}[\\w-]*+)(?:\\s*+/?>|\\s[^<>=]*+=[^<>]*+(?:>|$))|<!--");

  private static final Pattern BRACKET = Pattern.compile("<");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private PlainTitle() {}

  /**
   * Returns the text of a title, which may hold markup and entities that are escaped twice. Words
   * in angle brackets that are not tags of HTML, such as addresses, belong to the text.
   */
  public static @Nullable String of(@Nullable String markup) {
    if (markup == null) {
      return null;
    }
    if (markup.indexOf('<') < 0 && markup.indexOf('&') < 0) {
      return SPACES.matcher(markup).replaceAll(" ").strip();
    }
    var tag = TAG.matcher(markup);
    String html =
        BRACKET
            .matcher(markup)
            .replaceAll(
                bracket ->
                    tag.region(bracket.start(), markup.length()).lookingAt() && isHtml(tag.group(1))
                        ? "<"
                        : "&lt;");
    return Jsoup.parseBodyFragment(html).text();
  }

  private static boolean isHtml(@Nullable String name) {
    return name == null || Tag.isKnownTag(name.toLowerCase(Locale.ROOT));
  }
}
