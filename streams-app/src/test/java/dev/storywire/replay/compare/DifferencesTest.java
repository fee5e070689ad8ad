package dev.storywire.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static Differences between(OutcomeBuilder first, OutcomeBuilder second) {
    return Differences.between(first.outcome(), second.outcome());
  }

  private static OutcomeBuilder outcome() {
    return new OutcomeBuilder();
  }

  private static List<String> uris(List<Summary.Article> articles) {
    return articles.stream().map(Summary.Article::uri).toList();
  }

  @Test
  void matchesStoriesByTheirArticles() {
    Differences found =
        between(
            outcome().story("quake", "a", "b").story("strike", "c"),
            outcome().story("s1", "a", "b").story("s2", "c"));

    assertThat(found.differences()).isEmpty();
    assertThat(found.same()).isEqualTo(2);
  }

  @Test
  void reportsMergedStories() {
    Differences found =
        between(
            outcome().story("quake", "a", "b", "c").story("aid", "d", "e"),
            outcome().story("all", "a", "b", "c", "d", "e"));

    assertThat(found.differences()).hasSize(1);
    Difference.Merged merged = (Difference.Merged) found.differences().get(0);
    assertThat(merged.after().storyId()).isEqualTo("all");
    assertThat(merged.before())
        .extracting(part -> part.story().storyId())
        .containsExactly("quake", "aid");
    assertThat(uris(merged.before().get(1).articles())).containsExactly("d", "e");
    assertThat(merged.weight()).isEqualTo(2);
    assertThat(found.same()).isZero();
  }

  @Test
  void reportsASplitStoryWithTheLargerPartFirst() {
    Differences found =
        between(
            outcome().story("all", "a", "b", "c", "d"),
            outcome().story("one", "d").story("rest", "a", "b", "c"));

    assertThat(found.differences()).hasSize(1);
    Difference.Split split = (Difference.Split) found.differences().get(0);
    assertThat(split.after())
        .extracting(part -> part.story().storyId())
        .containsExactly("rest", "one");
  }

  @Test
  void reportsMovedArticles() {
    Differences found =
        between(
            outcome().story("quake", "a", "b", "x").story("strike", "c", "d"),
            outcome().story("quake", "a", "b").story("strike", "c", "d", "x"));

    assertThat(found.differences()).hasSize(1);
    Difference.Moved moved = (Difference.Moved) found.differences().get(0);
    assertThat(moved.from().storyId()).isEqualTo("quake");
    assertThat(moved.to().storyId()).isEqualTo("strike");
    assertThat(moved.articles())
        .containsExactly(
            new Summary.Article(
                "x",
                "Headline of x",
                "Wire x",
                java.time.Instant.parse("2026-03-12T08:05:00Z"),
                "Because of x."));
  }

  @Test
  void usesTheFinalStateOfMergedStories() {
    Differences found =
        between(
            outcome().story("quake", "a").story("aid", "b").merge("aid", "quake", "b"),
            outcome().story("quake", "a", "b"));

    assertThat(found.differences()).isEmpty();
    assertThat(found.first()).isEqualTo(1);
  }

  @Test
  void comparesCopiesByTheirOriginals() {
    Differences found =
        between(
            outcome().story("s", "a", "b").copy("s", "x", "a").copy("s", "y", "a"),
            outcome().story("s", "a", "b", "x").copy("s", "y", "b"));

    assertThat(found.differences())
        .extracting(d -> ((Difference.Copy) d).article().uri())
        .containsExactly("x", "y");
    Difference.Copy noCopy = (Difference.Copy) found.differences().get(0);
    assertThat(noCopy.before().uri()).isEqualTo("a");
    assertThat(noCopy.after().uri()).isEqualTo("x");
    Difference.Copy otherOriginal = (Difference.Copy) found.differences().get(1);
    assertThat(otherOriginal.after().uri()).isEqualTo("b");
  }

  @Test
  void reportsAnArticleThatOnlyOneRunRefused() {
    Differences found =
        between(
            outcome().story("s", "a", "b").refused("c", "no-text"),
            outcome().story("s", "a").refused("b", "too-large").killed("c"));

    assertThat(found.differences())
        .extracting(Difference.Outcome.class::cast)
        .extracting(o -> o.article().uri() + ": " + o.before() + " -> " + o.after())
        .containsExactly("b: in a story -> refused: too-large", "c: refused: no-text -> canceled");
  }

  @Test
  void ignoresArticlesOfOneRunOnly() {
    Differences found =
        between(
            outcome().story("s", "a", "b").story("before", "old"),
            outcome().story("s", "a", "b", "new").story("after", "newer"));

    assertThat(found.differences()).isEmpty();
    assertThat(found.onlyFirst()).isEqualTo(1);
    assertThat(found.onlySecond()).isEqualTo(2);
    assertThat(found.same()).isEqualTo(1);
  }

  @Test
  void theReportNamesHeadlinesSourcesAndReasons() {
    StringWriter text = new StringWriter();

    new DifferenceText(new PrintWriter(text), 10)
        .print(
            between(
                outcome().story("quake", "a", "b").story("aid", "c"),
                outcome().story("all", "a", "b", "c")));

    assertThat(text.toString())
        .contains("2 stories before, 1 after; 0 have the same articles")
        .contains("1 merged: several stories are one now")
        .contains("now  2026-03-12 08:01  Headline of a  (3 articles of 3 sources)")
        .contains("and   Headline of c  (1 article of 1 source)")
        .contains("Wire c  Headline of c  c")
        .contains("Because of c.");
  }
}
