package dev.storywire.producer.formats.feed;

import dev.storywire.producer.formats.item.WebLink;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Recognises additions of news aggregators to the articles of other publishers: the publisher in
 * the title, and lists of headlines instead of a text.
 */
final class AggregatorEntries {
  /** Longest name of a publisher after a headline in a list. */
  private static final int LONGEST_NAME = 40;

  /** Longest text that may be a list of headlines, in characters of HTML. */
  private static final int LONGEST_LIST = 50_000;

  private static final Pattern SYMBOLS = Pattern.compile("^[\\s\\p{P}\\p{S}\\p{Z}]+");
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
   * Returns the publisher that a body names after its first link, if the title ends with the same
   * name: an aggregator's entry without the element {@code source}.
   */
  static @Nullable String publisher(String html, @Nullable String title) {
    List<Element> lines = title == null ? List.of() : lines(parse(html));
    if (title == null || lines.isEmpty()) {
      return null;
    }
    String name = name(lines.get(0));
    String headline = linkText(lines.get(0));
    return !name.isEmpty() && headline.equalsIgnoreCase(title(title, name)) ? name : null;
  }

  /**
   * Returns true if the text of an entry only lists headlines: at most a third of it is neither in
   * links nor the names of publishers after them. If the publisher of the entry is not known, the
   * headlines must be several; the first is the title, or all are of other sites, each with a name.
   */
  static boolean isList(
      String html, @Nullable String publisher, @Nullable String title, @Nullable String link) {
    Element body = parse(html);
    int length = body.text().length();
    int linked = body.select("a").text().length();
    List<Element> lines = linked == 0 ? List.of() : lines(body);
    int named = 0;
    if (publisher != null && body.text().endsWith(publisher.strip())) {
      named = publisher.strip().length();
    }
    int listed =
        lines.size() > 1 ? lines.stream().mapToInt(AggregatorEntries::nameLength).sum() : 0;
    int other = length - linked - Math.max(named, listed);
    return linked > 0
        && 3 * other <= length
        && (publisher != null || areHeadlines(lines, title, link));
  }

  private static Element parse(String html) {
    boolean links = html.contains("<a") && html.length() <= LONGEST_LIST;
    return Jsoup.parseBodyFragment(links ? html : "").body();
  }

  private static boolean areHeadlines(
      List<Element> lines, @Nullable String title, @Nullable String link) {
    if (lines.size() < 2) {
      return false;
    }
    if (linkText(lines.get(0)).equalsIgnoreCase(title)) {
      return true;
    }
    Set<String> sites = new HashSet<>();
    for (Element line : lines) {
      if (name(line).isEmpty() || nameLength(line) == 0) {
        return false;
      }
      sites.add(site(line.select("a").attr("href")));
    }
    return sites.size() > 1 && !sites.contains(site(link));
  }

  /** Returns the host of a link without {@code www.}; empty if it is relative. */
  private static String site(@Nullable String link) {
    String identity = WebLink.identity(WebLink.canonical(link));
    return identity == null ? "" : identity.split("[/?]")[2];
  }

  /** Returns the items of a list, the rows of a table, or the lines, that have links. */
  private static List<Element> lines(Element body) {
    List<Element> lines = body.select("li:not(:has(li)):has(a)");
    if (lines.isEmpty()) {
      lines = body.select("tr:not(:has(tr)):has(a)");
    }
    if (lines.isEmpty()) {
      String paragraphs = LINE_BREAK.matcher(body.html()).replaceAll("</p><p>");
      lines = Jsoup.parseBodyFragment("<p>" + paragraphs + "</p>").select("p:has(a)");
    }
    return lines;
  }

  private static String linkText(Element line) {
    Element link = line.selectFirst("a");
    return link == null ? "" : link.text();
  }

  /** Returns the text after the link that begins a line; empty if there is none. */
  private static String name(Element line) {
    String text = line.text();
    String link = linkText(line);
    return text.startsWith(link)
        ? SYMBOLS.matcher(text.substring(link.length())).replaceFirst("").strip()
        : "";
  }

  /** Returns the length of the name after the link that begins a line; 0 if it is too long. */
  private static int nameLength(Element line) {
    int rest = line.text().length() - line.select("a").text().length();
    return line.text().startsWith(linkText(line)) && rest <= LONGEST_NAME ? rest : 0;
  }
}
