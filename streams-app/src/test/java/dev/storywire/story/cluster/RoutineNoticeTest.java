package dev.storywire.story.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.vector.ArticleVectors;
import dev.storywire.story.vector.ArticleView;
import dev.storywire.story.vector.TermVector;
import dev.storywire.story.vector.WordEmbeddings;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.terms.Terms;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutineNoticeTest {
  private static final double USUAL = 0.55;
  private static final long HOUR_MS = 3_600_000;

  private static double threshold(String headline, String text, double usual) {
    return RoutineNotice.of(article(headline, text, false), TermVector.EMPTY).threshold(usual);
  }

  private static ArticleView article(String headline, String text, boolean recurring) {
    Terms terms = Terms.of(CleanArticle.of(headline, List.of(text)), "en");
    return new ArticleView("urn:a", 0, "wire", terms, List.of(), true, recurring);
  }

  @Test
  void aRecurringFormNeedsMore() {
    ArticleView forecast = article("Weather in Velmora", "Dry and mild, with light winds.", true);
    assertThat(RoutineNotice.of(forecast, TermVector.EMPTY).threshold(USUAL)).isGreaterThan(USUAL);
  }

  @Test
  void anArticleWithFewFiguresNeedsTheUsualScore() {
    String text =
        "A dam burst above the town of Velmora on Tuesday and flooded the lower streets. Rescue"
            + " teams brought 120 residents to the school, the mayor said, and no one was missing.";
    assertThat(threshold("Dam bursts above Velmora", text, USUAL)).isEqualTo(USUAL);
  }

  @Test
  void anArticleWithManyFiguresNeedsMore() {
    String text = "The dollar was fixed at 1.8402 marks, after 1.8365 marks; sterling at 2.9140.";
    assertThat(threshold("Norvik fixing", text, USUAL)).isGreaterThan(USUAL);
    assertThat(threshold("Norvik fixing", text, 0.9)).isEqualTo(0.9);
  }

  @Test
  void anArticleWithoutWordsHasNoFigures() {
    assertThat(threshold("", "", USUAL)).isEqualTo(USUAL);
  }

  @Test
  void aNoticeWithManyFiguresJoinsNoStoryOfAnEarlierDay() {
    String text = "The dollar was fixed at 1.8402 marks, after 1.8365 marks; sterling at 2.9140.";
    RoutineNotice notice =
        RoutineNotice.of(article("Norvik fixing", text, false), TermVector.EMPTY);
    assertThat(notice.isLaterThan(storyAt(-11 * HOUR_MS))).isFalse();
    assertThat(notice.isLaterThan(storyAt(-12 * HOUR_MS))).isTrue();
  }

  @Test
  void aReportWithFewFiguresJoinsAStoryOfAnEarlierDay() {
    String text = "Rescue teams brought the families to the school, the mayor said on Tuesday.";
    RoutineNotice notice =
        RoutineNotice.of(article("Dam bursts above Velmora", text, false), TermVector.EMPTY);
    assertThat(notice.isLaterThan(storyAt(-72 * HOUR_MS))).isFalse();
  }

  private static StoryState storyAt(long time) {
    TermVector none = TermVector.EMPTY;
    ArticleVectors vectors = ArticleVectors.of(none, none, none, none, 0, WordEmbeddings.NONE);
    StoryState story = new StoryState("s");
    story.addAll(List.of(new MemberArticle("urn:b", 0, time, 0, vectors, false, story)));
    return story;
  }
}
