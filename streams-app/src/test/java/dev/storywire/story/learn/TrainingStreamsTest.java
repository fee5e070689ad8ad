package dev.storywire.story.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.prepare.PreparedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingStreamsTest {
  private static final String TEXT = "The council of Norhaven voted for a new wall. ".repeat(60);

  private static List<LabelledArticle> articles(int count, String title, String body) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new LabelledArticle(
                    "a" + i,
                    null,
                    "wire",
                    title,
                    body,
                    Instant.parse("2026-05-02T09:00:00Z").plus(Duration.ofHours(i)).toString(),
                    "en",
                    "s" + i / 3))
        .toList();
  }

  private static List<String> streams(List<LabelledArticle> articles) {
    return TrainingStreams.of(PreparedSet.of("set", articles), articles).stream()
        .map(LabelledStream::name)
        .toList();
  }

  @Test
  void readsASetOfTextsInManyForms() {
    assertThat(streams(articles(300, "Norhaven votes", TEXT)))
        .containsExactly(
            "set",
            "set, slow",
            "set, excerpts",
            "set, excerpts, slow",
            "set, excerpts in a quiet lane",
            "set, headlines",
            "set, briefs without models",
            "set, briefs without models in a quiet lane");
  }

  @Test
  void readsASetOfHeadlinesAsItIs() {
    assertThat(streams(articles(300, "Norhaven votes", ""))).containsExactly("set");
  }

  @Test
  void usesEachThirdOfALargeSetInOneForm() {
    List<LabelledArticle> large = articles(2_100, "Norhaven votes", "It voted.");
    List<LabelledStream> streams = TrainingStreams.of(PreparedSet.of("set", large), large);
    assertThat(streams)
        .extracting(LabelledStream::name)
        .containsExactly("set, first third", "set, excerpts", "set, last third, slow");
    assertThat(streams).allSatisfy(stream -> assertThat(stream.articles()).hasSize(700));
  }

  @Test
  void cutsExcerptsAtAWordAndTheSameInEachRun() {
    for (LabelledArticle article : articles(50, "Norhaven votes", TEXT)) {
      LabelledArticle cut = article.excerpt(205);
      assertThat(TEXT).startsWith(cut.body() + " ");
      assertThat(cut.body()).hasSizeBetween(190, 205);
    }
  }

  @Test
  void spreadsTheArticlesOfASlowStoryOverDaysAndLeavesOthersInPlace() {
    List<LabelledArticle> articles = articles(300, "Norhaven votes", TEXT);
    PreparedSet set = PreparedSet.of("set", articles);
    PreparedSet labelled =
        new PreparedSet("set", set.articles(), Map.of("a0", "vote", "a1", "vote", "a2", "vote"));
    PreparedSet slow = labelled.slow();
    assertThat(slow).isEqualTo(labelled.slow());
    assertThat(slow.articles())
        .isSortedAccordingTo(Comparator.comparingLong(PreparedArticle::orderTime));
    Map<String, Long> before = times(labelled);
    Map<String, Long> after = times(slow);
    assertThat(after).hasSize(300);
    assertThat(after.entrySet())
        .filteredOn(e -> !e.getValue().equals(before.get(e.getKey())))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("a0", "a1", "a2");
  }

  private static Map<String, Long> times(PreparedSet set) {
    return set.articles().stream()
        .collect(Collectors.toMap(PreparedArticle::uri, PreparedArticle::orderTime));
  }
}
