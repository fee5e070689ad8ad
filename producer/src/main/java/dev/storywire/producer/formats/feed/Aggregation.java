package dev.storywire.producer.formats.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what news aggregators add to other publishers' articles: the publisher in the title,
 * and lists of headlines instead of a text.
 */
final class Aggregation {
  private Aggregation() {}

  /** Returns the title without {@code " - Publisher"} at its end. */
  static @Nullable String title(@Nullable String title, @Nullable String publisher) {
    if (title == null || publisher == null || publisher.isBlank()) {
      return title;
    }
    for (String separator : new String[] {" - ", " – ", " — ", " | "}) {
      String suffix = separator + publisher.strip();
      if (title.endsWith(suffix) && title.length() > suffix.length()) {
        return title.substring(0, title.length() - suffix.length()).strip();
      }
    }
    return title;
  }

  /**
   * Returns true if the description of an entry from another publisher only lists headlines: at
   * most a third of its text, which is then the publishers' names, is outside links.
   */
  static boolean isList(SyndEntry entry, @Nullable String publisher) {
    boolean other = entry.getContents().isEmpty() && entry.getDescription() != null;
    String value = other ? entry.getDescription().getValue() : null;
    if (publisher == null || value == null) {
      return false;
    }
    Element body = Jsoup.parseBodyFragment(value).body();
    int linked = body.select("a").text().length();
    return linked > 0 && 3 * (body.text().length() - linked) <= body.text().length();
  }
}
