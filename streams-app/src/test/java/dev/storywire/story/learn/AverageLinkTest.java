package dev.storywire.story.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AverageLinkTest {
  private static LabelledArticle article(String id, int day, String headline, String story) {
    String at = Instant.parse("2026-05-02T09:00:00Z").plus(Duration.ofDays(day)).toString();
    return new LabelledArticle(id, null, "wire", headline, null, at, "en", story);
  }

  private static ClusterScores best(LabelledArticle... articles) {
    return AverageLink.best(PreparedSet.of("test", List.of(articles)));
  }

  @Test
  void joinsArticlesThatShareWords() {
    ClusterScores scores =
        best(
            article("a", 0, "Ferry sinks off Norhaven", "ferry"),
            article("b", 0, "Harbour tunnel budget approved", "tunnel"),
            article("c", 1, "Ferry that sank off Norhaven was overloaded", "ferry"),
            article("d", 1, "Tunnel budget of harbour approved late", "tunnel"));
    assertThat(scores.bcubedF1()).isEqualTo(1);
    assertThat(scores.pairF1()).isEqualTo(1);
  }

  @Test
  void separatesArticlesThatAreFurtherApartThanTheWindow() {
    ClusterScores scores =
        best(
            article("a", 0, "Norhaven ferry sinks", "first"),
            article("b", 0, "Norhaven ferry sinks", "first"),
            article("c", 30, "Norhaven ferry sinks", "second"),
            article("d", 30, "Norhaven ferry sinks", "second"),
            article("e", 30, "Harbour tunnel budget approved", "third"));
    assertThat(scores.bcubedF1()).isEqualTo(1);
  }

  @Test
  void scoresLessThanOneIfTheWordsMislead() {
    ClusterScores scores =
        best(
            article("a", 0, "Norhaven ferry sinks", "first"),
            article("b", 0, "Harbour tunnel budget approved", "first"),
            article("c", 0, "Norhaven ferry sinks", "second"),
            article("d", 0, "Harbour tunnel budget approved", "second"));
    assertThat(scores.bcubedF1()).isLessThan(1);
  }

  @Test
  void scoresASetOfOneArticle() {
    assertThat(best(article("a", 0, "Ferry sinks", "ferry")).bcubedF1()).isEqualTo(1);
  }
}
