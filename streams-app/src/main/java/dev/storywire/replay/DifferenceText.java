package dev.storywire.replay;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Differences for a person at a desk: what changed, where to look, and why. */
public final class DifferenceText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Articles of a part that are shown; the part says how many there are. */
  private static final int ARTICLES = 2;

  /** Further parts of a story that are shown, the largest. */
  private static final int PARTS = 4;

  private final PrintWriter out;
  private final int most;

  /**
   * A report.
   *
   * @param most differences of each kind that are told in full
   */
  public DifferenceText(PrintWriter out, int most) {
    this.out = out;
    this.most = most;
  }

  /** Prints them, the figures first. */
  public void print(Differences found) {
    List<Difference> all = found.differences();
    out.printf(
        "%,d stories before, %,d after; %,d have the same articles%n",
        found.first(), found.second(), found.same());
    if (found.onlyFirst() + found.onlySecond() > 0) {
      out.printf(
          "%,d articles only the first run has seen, %,d only the second: not compared%n",
          found.onlyFirst(), found.onlySecond());
    }
    section("joined: several stories are one now", all, Difference.Joined.class, this::joined);
    section("parted: one story is several now", all, Difference.Parted.class, this::parted);
    section("moved: articles are in another story", all, Difference.Moved.class, this::moved);
    section("copies: articles have another original", all, Difference.Copy.class, this::copy);
    section("outcomes: articles are out, or in", all, Difference.Outcome.class, this::outcome);
    if (all.isEmpty()) {
      out.println("no difference");
    }
    out.flush();
  }

  private <D extends Difference> void section(
      String title, List<Difference> all, Class<D> kind, java.util.function.Consumer<D> printer) {
    List<D> some = all.stream().filter(kind::isInstance).map(kind::cast).toList();
    if (some.isEmpty()) {
      return;
    }
    out.printf("%n%,d %s%n", some.size(), title);
    some.stream().limit(most).forEach(printer);
    if (some.size() > most) {
      out.printf("  … and %,d more%n", some.size() - most);
    }
  }

  private void joined(Difference.Joined joined) {
    story("now", joined.is());
    parts("was", joined.were());
  }

  private void parted(Difference.Parted parted) {
    story("was", parted.was());
    parts("now", parted.are());
  }

  private void moved(Difference.Moved moved) {
    story("from", moved.from());
    story("to", moved.to());
    articles(moved.articles());
  }

  private void copy(Difference.Copy copy) {
    line("", copy.article());
    out.println("      was " + standing(copy.article(), copy.was()));
    out.println("      now " + standing(copy.article(), copy.is()));
    why(copy.article());
  }

  private void outcome(Difference.Outcome outcome) {
    line("", outcome.article());
    out.printf("      was %s, now %s%n", outcome.was(), outcome.is());
  }

  private static String standing(Brief.Article article, Brief.Article original) {
    return original.uri().equals(article.uri())
        ? "an original"
        : "a copy of %s %s  %s".formatted(time(original.at()), source(original), name(original));
  }

  private void parts(String word, List<Difference.Part> parts) {
    Difference.Part main = parts.get(0);
    out.printf("      %s   %s%n", word, sizes(main.story()));
    List<Difference.Part> further = parts.subList(1, parts.size());
    for (Difference.Part part : further.subList(0, Math.min(PARTS, further.size()))) {
      out.printf(
          "      and   %s%s%n",
          sizes(part.story()),
          part.articles().size() == part.story().articles()
              ? ""
              : ", %,d of them in both".formatted(part.articles().size()));
      articles(part.articles());
    }
    if (further.size() > PARTS) {
      out.printf(
          "      … and %,d smaller ones, %,d articles%n",
          further.size() - PARTS,
          further.stream().skip(PARTS).mapToInt(part -> part.articles().size()).sum());
    }
  }

  private void articles(List<Brief.Article> articles) {
    articles.stream()
        .limit(ARTICLES)
        .forEach(
            article -> {
              line("      ", article);
              why(article);
            });
    if (articles.size() > ARTICLES) {
      out.printf("          … and %,d more%n", articles.size() - ARTICLES);
    }
  }

  private void story(String word, Brief.Story story) {
    out.printf("  %-4s %s  %s%n", word, time(story.first()), sizes(story));
    out.printf("       %s%n", story.storyId());
  }

  private void line(String indent, Brief.Article article) {
    out.printf(
        "%s    %s  %s  %s  %s%n",
        indent, time(article.at()), source(article), name(article), article.uri());
  }

  private void why(Brief.Article article) {
    if (article.why() != null) {
      out.println("            " + article.why());
    }
  }

  private static String sizes(Brief.Story story) {
    String headline = story.headline() == null ? story.storyId() : story.headline();
    return "%s  (%,d %s of %,d %s)"
        .formatted(
            headline,
            story.articles(),
            story.articles() == 1 ? "article" : "articles",
            story.sources(),
            story.sources() == 1 ? "source" : "sources");
  }

  private static String name(Brief.Article article) {
    return article.headline() == null ? "(no headline)" : article.headline();
  }

  private static String source(Brief.Article article) {
    return article.source() == null ? "-" : article.source();
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "-" : TIME.format(time);
  }
}
