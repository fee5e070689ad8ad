package dev.storywire.story.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.vector.ArticleVectors;
import dev.storywire.story.vector.ArticleView;
import dev.storywire.story.vector.Vectorizer;
import dev.storywire.story.vector.Vocabulary;
import dev.storywire.story.vector.WordEmbeddings;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.terms.Stems;
import dev.storywire.text.terms.Terms;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutineNoticeTest {
  private static final double USUAL = 0.55;
  private static final long HOUR_MS = 3_600_000;
  private static final String FIXING =
      "The dollar was fixed at 1.8402 marks, after 1.8365 marks; sterling at 2.9140.";
  private static final String PAYOUT =
      " declared a quarterly dividend of 22 cents a share, up from 20 cents a share. It is payable"
          + " on June 15 to holders of record on May 29, the company said after its meeting.";
  private static final String REPORT =
      "Companies of the region pay higher dividends than a year ago, and shareholders of the large"
          + " mills expect more, analysts said, since the price of timber has not fallen further.";

  private static final Vectorizer VECTORIZER =
      new Vectorizer(new Vocabulary(StoryModels.shipped().stems()), WordEmbeddings.NONE);

  private long arrived;

  private static double threshold(String headline, String text, double usual) {
    return notice(headline, text).threshold(usual);
  }

  private static RoutineNotice notice(String headline, String text) {
    return notice(article(headline, text, false));
  }

  private static RoutineNotice notice(ArticleView article) {
    return RoutineNotice.of(article, VECTORIZER.vectors(article));
  }

  private static ArticleView article(String headline, String text, boolean recurring) {
    Terms terms = Terms.of(CleanArticle.of(headline, List.of(text)), "en");
    return new ArticleView("urn:a", 0, "wire", terms, List.of(), true, recurring);
  }

  private MemberArticle member(String headline, String text, long time) {
    ArticleView article = article(headline, text, false);
    ArticleVectors vectors = VECTORIZER.vectors(article);
    RoutineNotice notice = RoutineNotice.of(article, vectors);
    StoryState none = new StoryState("");
    return new MemberArticle("urn:a", arrived++, time, 0, vectors, notice, false, none);
  }

  private MemberArticle payout(String company, long time) {
    return member(company + " raises payout", company + PAYOUT, time);
  }

  private static StoryState story(MemberArticle... members) {
    StoryState story = new StoryState("s");
    story.addAll(new ArrayList<>(List.of(members)));
    return story;
  }

  @Test
  void aRecurringFormNeedsMore() {
    ArticleView forecast = article("Weather in Velmora", "Dry and mild, with light winds.", true);
    assertThat(notice(forecast).threshold(USUAL)).isGreaterThan(USUAL);
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
    assertThat(threshold("Norvik fixing", FIXING, USUAL)).isGreaterThan(USUAL);
    assertThat(threshold("Norvik fixing", FIXING, 0.9)).isEqualTo(0.9);
  }

  @Test
  void anArticleWithoutWordsHasNoFigures() {
    assertThat(threshold("", "", USUAL)).isEqualTo(USUAL);
  }

  @Test
  void aNoticeWithManyFiguresJoinsNoStoryOfAnEarlierDay() {
    RoutineNotice notice = notice("Norvik fixing", FIXING);
    assertThat(notice.isLaterThan(story(member("Fixing", FIXING, 0)), 11 * HOUR_MS)).isFalse();
    assertThat(notice.isLaterThan(story(member("Fixing", FIXING, 0)), 12 * HOUR_MS)).isTrue();
  }

  @Test
  void aReportWithFewFiguresJoinsAStoryOfAnEarlierDay() {
    RoutineNotice report = notice("Mills pay more", REPORT);
    assertThat(report.isLaterThan(story(member("Mills", REPORT, 0)), 72 * HOUR_MS)).isFalse();
  }

  @Test
  void aShortNoticeHasASubjectAndAHeadlineHasNone() {
    assertThat(notice("Ostervik sets payout", "Qtly div 14 cts vs 12 cts. Pay June 15.").subject())
        .isEqualTo(Stems.hash("ostervik"));
    assertThat(notice("Ostervik sets payout of 14 cents", "").subject()).isZero();
  }

  @Test
  void noticesOnTwoSubjectsStayApart() {
    assertThat(RoutineNotice.keepsApart(story(payout("Ostervik", 0)), story(payout("Brenmar", 0))))
        .isTrue();
    assertThat(RoutineNotice.keepsApart(story(payout("Ostervik", 0)), story(payout("Ostervik", 0))))
        .isFalse();
  }

  @Test
  void noticesOfTwoDaysStayApart() {
    StoryState first = story(payout("Ostervik", 0));
    StoryState later = story(payout("Ostervik", 12 * HOUR_MS));
    assertThat(RoutineNotice.keepsApart(first, later)).isTrue();
    assertThat(RoutineNotice.keepsApart(later, first)).isTrue();
  }

  @Test
  void reportsOnOneSubjectAreNotKeptApart() {
    StoryState notice = story(payout("Ostervik", 0));
    StoryState report = story(member("Ostervik mills pay more", REPORT, 72 * HOUR_MS));
    assertThat(RoutineNotice.keepsApart(notice, report)).isFalse();
  }

  @Test
  void aStoryOfReportsMayTakeANoticeBack() {
    StoryState reports = story(member("Mills pay more", REPORT, 0));
    assertThat(RoutineNotice.keepsApart(story(payout("Ostervik", 0)), reports)).isFalse();
  }

  @Test
  void halfOfTheArticlesOfAStoryDecide() {
    StoryState mixed = story(payout("Ostervik", 0), member("Mills pay more", REPORT, 0));
    StoryState notice = story(payout("Brenmar", 0));
    assertThat(RoutineNotice.keepsApart(mixed, notice)).isTrue();

    mixed.addAll(List.of(member("Mills to pay more", REPORT, 0)));
    assertThat(RoutineNotice.keepsApart(mixed, notice)).isFalse();
  }
}
