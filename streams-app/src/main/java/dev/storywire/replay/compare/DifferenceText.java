package dev.storywire.replay.compare;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints differences for an editor, with headlines, sources, times and reasons. */
public final class DifferenceText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Articles shown of each part. */
  private static final int MAX_ARTICLES = 2;

  /** Parts shown beside the main one, the largest first. */
  private static final int MAX_PARTS = 4;

  private final PrintWriter out;
  private final int most;

  /**
   * Creates a report.
   *
   * @param most differences of each kind to print in full
   */
  public DifferenceText(PrintWriter out, int most) {
    this.out = out;
    this.most = most;
  }

  /** Prints the counts, then the differences by kind. */
  public void print(Differences found) {
    List<Difference> all = found.differences();
    out.printf(
        "%,d stories before, %,d after; %,d have the same articles%n",
        found.first(), found.second(), found.same());
    if (found.onlyFirst() + found.onlySecond() > 0) {
      out.printf(
          "not compared: %,d articles only in the first run, %,d only in the second%n",
          found.onlyFirst(), found.onlySecond());
    }
    section("merged: several stories are one now", all, Difference.Merged.class, this::merged);
    section("split: one story is several now", all, Difference.Split.class, this::split);
    section("moved: articles are in another story", all, Difference.Moved.class, this::moved);
    section("copies: articles have another original", all, Difference.Copy.class, this::copy);
    section(
        "outcomes: articles left or entered the stories",
        all,
        Difference.Outcome.class,
        this::outcome);
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

  private void merged(Difference.Merged merged) {
    story("now", merged.after());
    parts("was", merged.before());
  }

  private void split(Difference.Split split) {
    story("was", split.before());
    parts("now", split.after());
  }

  private void moved(Difference.Moved moved) {
    story("from", moved.from());
    story("to", moved.to());
    articles(moved.articles());
  }

  private void copy(Difference.Copy copy) {
    line("", copy.article());
    out.println("      was " + relation(copy.article(), copy.before()));
    out.println("      now " + relation(copy.article(), copy.after()));
    reason(copy.article());
  }

  private void outcome(Difference.Outcome outcome) {
    line("", outcome.article());
    out.printf("      was %s, now %s%n", outcome.before(), outcome.after());
  }

  private static String relation(Summary.Article article, Summary.Article original) {
    return original.uri().equals(article.uri())
        ? "an original"
        : "a copy of %s %s  %s".formatted(time(original.at()), source(original), name(original));
  }

  private void parts(String word, List<Difference.Part> parts) {
    Difference.Part main = parts.get(0);
    out.printf("      %s   %s%n", word, sizes(main.story()));
    List<Difference.Part> further = parts.subList(1, parts.size());
    for (Difference.Part part : further.subList(0, Math.min(MAX_PARTS, further.size()))) {
      out.printf(
          "      and   %s%s%n",
          sizes(part.story()),
          part.articles().size() == part.story().articles()
              ? ""
              : ", %,d of them in both".formatted(part.articles().size()));
      articles(part.articles());
    }
    if (further.size() > MAX_PARTS) {
      out.printf(
          "      … and %,d smaller ones, %,d articles%n",
          further.size() - MAX_PARTS,
          further.stream().skip(MAX_PARTS).mapToInt(part -> part.articles().size()).sum());
    }
  }

  private void articles(List<Summary.Article> articles) {
    articles.stream()
        .limit(MAX_ARTICLES)
        .forEach(
            article -> {
              line("      ", article);
              reason(article);
            });
    if (articles.size() > MAX_ARTICLES) {
      out.printf("          … and %,d more%n", articles.size() - MAX_ARTICLES);
    }
  }

  private void story(String word, Summary.Story story) {
    out.printf("  %-4s %s  %s%n", word, time(story.first()), sizes(story));
    out.printf("       %s%n", story.storyId());
  }

  private void line(String indent, Summary.Article article) {
    out.printf(
        "%s    %s  %s  %s  %s%n",
        indent, time(article.at()), source(article), name(article), article.uri());
  }

  private void reason(Summary.Article article) {
    if (article.why() != null) {
      out.println("            " + article.why());
    }
  }

  private static String sizes(Summary.Story story) {
    String headline = story.headline() == null ? story.storyId() : story.headline();
    return "%s  (%,d %s of %,d %s)"
        .formatted(
            headline,
            story.articles(),
            story.articles() == 1 ? "article" : "articles",
            story.sources(),
            story.sources() == 1 ? "source" : "sources");
  }

  private static String name(Summary.Article article) {
    return article.headline() == null ? "(no headline)" : article.headline();
  }

  private static String source(Summary.Article article) {
    return article.source() == null ? "-" : article.source();
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "-" : TIME.format(time);
  }
}
