package dev.storywire.story.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
            "set, excerpts",
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
  void usesTwoThirdsOfALargeSet() {
    List<LabelledArticle> large = articles(2_100, "Norhaven votes", "It voted.");
    List<LabelledStream> streams = TrainingStreams.of(PreparedSet.of("set", large), large);
    assertThat(streams)
        .extracting(LabelledStream::name)
        .containsExactly("set, first third", "set, excerpts");
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
}
