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
  /** Longest name of a publisher behind a headline in a list. */
  private static final int LONGEST_NAME = 40;

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
   * most a third of its text is neither in links nor the names of publishers behind them.
   */
  static boolean isList(SyndEntry entry, @Nullable String publisher) {
    boolean only = entry.getContents().isEmpty() && entry.getDescription() != null;
    String value = only ? entry.getDescription().getValue() : null;
    if (publisher == null || value == null) {
      return false;
    }
    Element body = Jsoup.parseBodyFragment(value).body();
    int linked = body.select("a").text().length();
    int named = body.text().endsWith(publisher.strip()) ? publisher.strip().length() : 0;
    int listed = body.select("li").stream().mapToInt(Aggregation::nameLength).sum();
    int other = body.text().length() - linked - Math.max(named, listed);
    return linked > 0 && 3 * other <= body.text().length();
  }

  /** Returns the length of the name behind the link of a line of a list; 0 if it is too long. */
  private static int nameLength(Element line) {
    int linked = line.select("a").text().length();
    int rest = line.text().length() - linked;
    return linked > 0 && rest <= LONGEST_NAME ? rest : 0;
  }
}
