package dev.storywire.text.clean;

import dev.storywire.schemas.NewsItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the readable text of a raw item. Accepts any input: malformed markup, control
 * characters, and texts of any length. Reads the first {@link #MAX_LENGTH} characters of a text.
 *
 * <p>Immutable and thread-safe.
 */
public final class Cleaner {
  /**
   * Maximum length of a body, in chars; ten times the length of long features. The rest is ignored.
   */
  public static final int MAX_LENGTH = 1_000_000;

  private static final int LONGEST_HEADLINE = 400;

  /**
   * Number of lines, from the first, that may be a byline or dateline; a repeated headline or a
   * kicker may precede it.
   */
  private static final int HEAD = 4;

  /**
   * Underscores that draw a line. From each of them, a word scanner would search the rest of the
   * row for a word.
   */
  private static final Pattern DRAWN_LINE = Pattern.compile("(\\p{Pc}{3})\\p{Pc}+");

  private final PageFurniture furniture = PageFurniture.shipped();

  /** Cleans an item. The headline is empty only if the item has neither headline nor text. */
  public CleanArticle clean(NewsItem item) {
    String headline = headline(item);
    List<String> raw = Paragraphs.of(Characters.normalize(bodyText(item)));
    Body body = new Body(item, headline, raw.size());
    for (int i = 0; i < raw.size(); i++) {
      String paragraph = Byline.withoutSignOff(withShortLines(raw.get(i)));
      if (i * 2 >= raw.size() && furniture.endsArticle(paragraph)) {
        break;
      }
      body.add(i, paragraph);
    }
    String place = splitDateline(body.paragraphs);
    return new CleanArticle(
        headline.isEmpty() ? Lede.firstSentence(body.paragraphs) : Dateline.split(headline).text(),
        headline,
        List.copyOf(body.paragraphs),
        place != null ? place : nullIfBlank(item.located()),
        nullIfBlank(body.byline),
        List.copyOf(body.notes));
  }

  /** Shortens drawn lines to three underscores. */
  private static String withShortLines(String paragraph) {
    return Characters.hasConnector(paragraph)
        ? DRAWN_LINE.matcher(paragraph).replaceAll("$1")
        : paragraph;
  }

  /** Collects the body of one item: its paragraphs, its byline and its notes to editors. */
  private final class Body {
    private final NewsItem item;
    private final String headline;
    private final int size;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable String byline;

    /**
     * @param size number of paragraphs before cleaning
     */
    Body(NewsItem item, String headline, int size) {
      this.item = item;
      this.headline = headline;
      this.size = size;
      this.byline = item.by() == null ? null : Characters.oneLine(item.by());
    }

    /** Adds a paragraph as byline, note or text. Drops it if it is not part of the article. */
    void add(int index, String paragraph) {
      boolean mayBeByline = paragraphs.size() < HEAD || isNearEnd(index);
      String writer = mayBeByline ? Byline.ofLine(paragraph) : null;
      if (writer != null) {
        byline = nullIfBlank(byline) == null ? writer : byline;
      } else if (furniture.isNote(paragraph)) {
        notes.add(paragraph);
      } else if (isText(index, paragraph) && seen.add(paragraph)) {
        paragraphs.add(paragraph);
      }
    }

    private boolean isText(int index, String paragraph) {
      return !furniture.isFurniture(paragraph)
          && !isHeading(paragraph, headline)
          && !isSource(paragraph, item)
          && !isSignature(index, paragraph);
    }

    private boolean isSignature(int index, String paragraph) {
      return index > 0 && isNearEnd(index) && WireForms.isSignature(paragraph);
    }

    private boolean isNearEnd(int index) {
      return index >= size - HEAD;
    }
  }

  /**
   * Removes the dateline from the first of the leading paragraphs that has one, and returns its
   * place; null if there is none.
   */
  private static @Nullable String splitDateline(List<String> paragraphs) {
    for (int i = 0; i < Math.min(HEAD, paragraphs.size()); i++) {
      Dateline dateline = Dateline.split(paragraphs.get(i));
      if (dateline.text().length() < paragraphs.get(i).length()) {
        paragraphs.set(i, dateline.text());
        return dateline.place();
      }
    }
    return null;
  }

  /** Returns the main headline of an item on one line; empty if there is none. */
  private static String headline(NewsItem item) {
    String headline =
        item.headlines().stream()
            .filter(h -> h.value() != null && !h.value().isBlank())
            .min(Comparator.comparing(h -> !isMain(h.role())))
            .map(h -> String.valueOf(h.value()))
            .orElse("");
    String cut = headline.substring(0, Math.min(headline.length(), 4 * LONGEST_HEADLINE));
    String line =
        Characters.oneLine(Markup.isMarkup(cut) ? Markup.lines(cut) : Markup.decode(cut)).strip();
    String whole = withoutSource(Characters.first(line, LONGEST_HEADLINE), item);
    String withoutTake = WireForms.take(item.language()).matcher(whole).replaceAll("");
    return withoutTake.isBlank() ? whole : withoutTake;
  }

  /**
   * Returns the text of the best rendering: the main role before others, then plain text before
   * markup.
   */
  private static String bodyText(NewsItem item) {
    return item.bodies().stream()
        .filter(b -> b.value() != null && !b.value().isBlank())
        .min(
            Comparator.comparing((NewsItem.Body b) -> !isMain(b.role()))
                .thenComparing(b -> !isPlain(b)))
        .map(Cleaner::text)
        .orElse("");
  }

  private static String text(NewsItem.Body body) {
    String value = String.valueOf(body.value());
    String cut = value.substring(0, Math.min(value.length(), MAX_LENGTH));
    return !isPlain(body) || Markup.isMarkup(cut) ? Markup.lines(cut) : Markup.decode(cut);
  }

  private static boolean isPlain(NewsItem.Body body) {
    String type = body.contentType();
    return type == null || type.isBlank() || type.toLowerCase(Locale.ROOT).startsWith("text/plain");
  }

  private static boolean isMain(@Nullable String role) {
    return role == null || role.isBlank() || role.equalsIgnoreCase("main");
  }

  /** Returns true if a paragraph repeats the headline. A lede, which is a sentence, does not. */
  private static boolean isHeading(String paragraph, String headline) {
    return !headline.isEmpty()
        && !Paragraphs.endsSentence(paragraph)
        && PageFurniture.core(paragraph).equalsIgnoreCase(PageFurniture.core(headline));
  }

  private static boolean isSource(String paragraph, NewsItem item) {
    return paragraph.length() < 100
        && item.infoSources().stream()
            .anyMatch(s -> PageFurniture.core(paragraph).equalsIgnoreCase(s.name()));
  }

  /** Removes the name of the source: "Talks begin - The Daily" becomes "Talks begin". */
  private static String withoutSource(String headline, NewsItem item) {
    for (NewsItem.InfoSource source : item.infoSources()) {
      String name = source.name();
      int cut = name == null || name.isBlank() ? 0 : headline.length() - name.length() - 3;
      if (cut > 0
          && headline.endsWith(String.valueOf(name))
          && headline.substring(cut, cut + 3).matches(" [-–—|·] ")) {
        return headline.substring(0, cut);
      }
    }
    return headline;
  }

  private static @Nullable String nullIfBlank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
