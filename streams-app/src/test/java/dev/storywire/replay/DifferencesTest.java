package dev.storywire.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static Differences between(ToldStories first, ToldStories second) {
    return Differences.between(first.told(), second.told());
  }

  private static ToldStories told() {
    return new ToldStories();
  }

  private static List<String> uris(List<Brief.Article> articles) {
    return articles.stream().map(Brief.Article::uri).toList();
  }

  @Test
  void storiesAreTheSameByTheirArticlesWhateverTheirIds() {
    Differences found =
        between(
            told().story("quake", "a", "b").story("strike", "c"),
            told().story("s1", "a", "b").story("s2", "c"));

    assertThat(found.differences()).isEmpty();
    assertThat(found.same()).isEqualTo(2);
  }

  @Test
  void twoStoriesThatBecameOneAreJoinedIntoTheLarger() {
    Differences found =
        between(
            told().story("quake", "a", "b", "c").story("aid", "d", "e"),
            told().story("all", "a", "b", "c", "d", "e"));

    assertThat(found.differences()).hasSize(1);
    Difference.Joined joined = (Difference.Joined) found.differences().get(0);
    assertThat(joined.is().storyId()).isEqualTo("all");
    assertThat(joined.were())
        .extracting(part -> part.story().storyId())
        .containsExactly("quake", "aid");
    assertThat(uris(joined.were().get(1).articles())).containsExactly("d", "e");
    assertThat(joined.weight()).isEqualTo(2);
    assertThat(found.same()).isZero();
  }

  @Test
  void oneStoryThatBecameTwoIsPartedTheLargerPartFirst() {
    Differences found =
        between(
            told().story("all", "a", "b", "c", "d"),
            told().story("one", "d").story("rest", "a", "b", "c"));

    assertThat(found.differences()).hasSize(1);
    Difference.Parted parted = (Difference.Parted) found.differences().get(0);
    assertThat(parted.are())
        .extracting(part -> part.story().storyId())
        .containsExactly("rest", "one");
  }

  @Test
  void anArticleInAnotherStoryHasMovedWhereBothStoriesAreThere() {
    Differences found =
        between(
            told().story("quake", "a", "b", "x").story("strike", "c", "d"),
            told().story("quake", "a", "b").story("strike", "c", "d", "x"));

    assertThat(found.differences()).hasSize(1);
    Difference.Moved moved = (Difference.Moved) found.differences().get(0);
    assertThat(moved.from().storyId()).isEqualTo("quake");
    assertThat(moved.to().storyId()).isEqualTo("strike");
    assertThat(moved.articles())
        .containsExactly(
            new Brief.Article(
                "x",
                "Headline of x",
                "Wire x",
                java.time.Instant.parse("2026-03-12T08:05:00Z"),
                "Because of x."));
  }

  @Test
  void storiesThatWereMergedOnTheWayCountAsTheyEnded() {
    Differences found =
        between(
            told().story("quake", "a").story("aid", "b").merge("aid", "quake", "b"),
            told().story("quake", "a", "b"));

    assertThat(found.differences()).isEmpty();
    assertThat(found.first()).isEqualTo(1);
  }

  @Test
  void copiesAreToldByTheirOriginals() {
    Differences found =
        between(
            told().story("s", "a", "b").copy("s", "x", "a").copy("s", "y", "a"),
            told().story("s", "a", "b", "x").copy("s", "y", "b"));

    assertThat(found.differences())
        .extracting(d -> ((Difference.Copy) d).article().uri())
        .containsExactly("x", "y");
    Difference.Copy noCopy = (Difference.Copy) found.differences().get(0);
    assertThat(noCopy.was().uri()).isEqualTo("a");
    assertThat(noCopy.is().uri()).isEqualTo("x");
    Difference.Copy otherOriginal = (Difference.Copy) found.differences().get(1);
    assertThat(otherOriginal.is().uri()).isEqualTo("b");
  }

  @Test
  void anArticleThatOnlyOneRunRefusedIsToldWithTheReason() {
    Differences found =
        between(
            told().story("s", "a", "b").refused("c", "no-text"),
            told().story("s", "a").refused("b", "too-large").killed("c"));

    assertThat(found.differences())
        .extracting(Difference.Outcome.class::cast)
        .extracting(o -> o.article().uri() + ": " + o.was() + " -> " + o.is())
        .containsExactly("b: in a story -> refused: too-large", "c: refused: no-text -> canceled");
  }

  @Test
  void whatOnlyOneRunHasSeenIsCountedAndNotCompared() {
    Differences found =
        between(
            told().story("s", "a", "b").story("before", "old"),
            told().story("s", "a", "b", "new").story("after", "newer"));

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
                told().story("quake", "a", "b").story("aid", "c"),
                told().story("all", "a", "b", "c")));

    assertThat(text.toString())
        .contains("2 stories before, 1 after; 0 have the same articles")
        .contains("1 joined: several stories are one now")
        .contains("now  2026-03-12 08:01  Headline of a  (3 articles of 3 sources)")
        .contains("and   Headline of c  (1 article of 1 source)")
        .contains("Wire c  Headline of c  c")
        .contains("Because of c.");
  }
}
