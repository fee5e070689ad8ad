package dev.storywire.producer.formats.feed;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Recognises additions of news aggregators to the articles of other publishers: the publisher in
 * the title, and lists of headlines instead of a text.
 */
final class AggregatorEntries {
  /** Longest name of a publisher behind a headline in a list. */
  private static final int LONGEST_NAME = 40;

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern LINE_BREAK = Pattern.compile("(?i)<br\\s*/?>");

  private AggregatorEntries() {}

  /** Returns the title without {@code " - Publisher"} at its end. */
  static @Nullable String title(@Nullable String title, @Nullable String publisher) {
    if (title == null || publisher == null || publisher.isBlank()) {
      return title;
    }
    String plain = SPACES.matcher(title).replaceAll(" ").strip();
    String name = SPACES.matcher(publisher).replaceAll(" ").strip();
    int end = plain.length() - name.length();
    for (String separator : new String[] {" - ", " – ", " — ", " | "}) {
      int start = end - separator.length();
      if (start > 0
          && plain.startsWith(separator, start)
          && plain.substring(end).equalsIgnoreCase(name)) {
        return plain.substring(0, start).strip();
      }
    }
    return title;
  }

  /**
   * Returns true if the text of an entry from another publisher only lists headlines: at most a
   * third of it is neither in links nor the names of publishers behind them.
   */
  static boolean isList(String html, String publisher) {
    Element body = Jsoup.parseBodyFragment(html).body();
    int length = body.text().length();
    int linked = body.select("a").text().length();
    int named = body.text().endsWith(publisher.strip()) ? publisher.strip().length() : 0;
    int other = length - linked - Math.max(named, listed(body));
    return linked > 0 && 3 * other <= length;
  }

  /** Returns the length of the names behind the links of a list, or of a table or lines like it. */
  private static int listed(Element body) {
    List<Element> lines = body.select("li:not(:has(li))");
    if (lines.isEmpty()) {
      lines = body.select("tr:not(:has(tr))");
    }
    if (lines.isEmpty()) {
      String paragraphs = LINE_BREAK.matcher(body.html()).replaceAll("</p><p>");
      lines = Jsoup.parseBodyFragment("<p>" + paragraphs + "</p>").select("p:has(a)");
    }
    boolean several = lines.size() > 1;
    return lines.stream().mapToInt(line -> several ? nameLength(line) : 0).sum();
  }

  /** Returns the length of the name behind the link that begins a line; 0 if it is too long. */
  private static int nameLength(Element line) {
    Element link = line.selectFirst("a");
    int rest = line.text().length() - line.select("a").text().length();
    boolean first = link != null && line.text().startsWith(link.text());
    return first && rest <= LONGEST_NAME ? rest : 0;
  }
}
