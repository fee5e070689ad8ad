package dev.storywire.story.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.cluster.StoryIndex;
import dev.storywire.story.vector.ArticleView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that instances of a template with different facts are different stories. */
class TemplatesTest {
  private static LabelledArticle article(String id, int hour, String headline, String text) {
    String at = Instant.parse("2026-05-02T09:00:00Z").plus(Duration.ofHours(hour)).toString();
    return new LabelledArticle(id, null, "wire", headline, text, at, "en", null);
  }

  private static void assertApart(LabelledArticle first, LabelledArticle second) {
    assertThat(decision(first, second).storyId()).isNull();
  }

  /** Returns the decision on the second article after the first. */
  private static JoinDecision decision(LabelledArticle first, LabelledArticle second) {
    List<ArticleView> views =
        LabelledStream.of(PreparedSet.of("templates", List.of(first, second))).articles();
    StoryIndex index = new StoryIndex();
    index.add(views.get(0), "first");
    return index.decide(views.get(1));
  }

  @Test
  void reportsOfTwoMatchesAreTwoStories() {
    assertApart(
        article(
            "a",
            0,
            "Northport 2-1 Eastham: Silva scores twice",
            "Northport beat Eastham 2-1 in the league on Saturday. Silva scored twice in the second"
                + " half before a crowd of 31,204. Northport are third in the table."),
        article(
            "b",
            2,
            "Harrow Vale 0-3 Kingsmere: Okoye scores hat-trick",
            "Kingsmere beat Harrow Vale 3-0 in the league on Saturday. Okoye scored three in the"
                + " first half before a crowd of 22,876. Kingsmere are fifth in the table."));
  }

  @Test
  void thisWeeksFixturesAreNotLastWeeks() {
    assertApart(
        article(
            "a",
            0,
            "Football fixtures for Saturday",
            "League fixtures for Saturday, 3 May (kick-off 1500 unless stated): Northport v Eastham;"
                + " Harrow Vale v Kingsmere; Brook Town v Selby; Ashdown v Marlow (1730)."),
        article(
            "b",
            168,
            "Football fixtures for Saturday",
            "League fixtures for Saturday, 10 May (kick-off 1500 unless stated): Eastham v Brook"
                + " Town; Kingsmere v Ashdown; Selby v Northport; Marlow v Harrow Vale (1730)."));
  }

  @Test
  void todaysMarketCloseIsNotYesterdays() {
    assertApart(
        article(
            "a",
            0,
            "Shares close higher as miners gain",
            "The main share index closed 0.8 percent higher at 6,512.4 on Monday as miners gained."
                + " Orland Mining rose 3.1 percent and Tasco Copper 2.4 percent."),
        article(
            "b",
            24,
            "Shares close lower as banks fall",
            "The main share index closed 1.1 percent lower at 6,440.8 on Tuesday as banks fell."
                + " Union Bank lost 2.7 percent and Crown Savings 1.9 percent."));
  }

  @Test
  void twoEarthquakesInTheWordsOfTheSameNoticeAreTwo() {
    assertApart(
        article(
            "a",
            0,
            "Magnitude 5.6 earthquake strikes off Tarvala",
            "An earthquake of magnitude 5.6 struck 40 km off the coast of Tarvala on Monday, the"
                + " geological survey said. There were no immediate reports of damage or casualties"
                + " and no tsunami warning was issued."),
        article(
            "b",
            20,
            "Magnitude 5.1 earthquake strikes near Quellen",
            "An earthquake of magnitude 5.1 struck 12 km south of Quellen on Tuesday, the"
                + " geological survey said. There were no immediate reports of damage or casualties"
                + " and no tsunami warning was issued."));
  }

  @Test
  void twoRateDecisionsOfOneDayAreTwo() {
    assertApart(
        article(
            "a",
            0,
            "Norland central bank leaves key rate unchanged",
            "The central bank of Norland left its key interest rate unchanged at 4.25 percent on"
                + " Thursday, in line with expectations. Governor Marta Lindqvist said inflation"
                + " remained above target."),
        article(
            "b",
            3,
            "Costa Brisa central bank leaves key rate unchanged",
            "The central bank of Costa Brisa left its key interest rate unchanged at 9.50 percent"
                + " on Thursday, in line with expectations. Governor Paolo Remedios said inflation"
                + " remained above target."));
  }

  @Test
  void theNextEarthquakeOfTheSameSurveyIsAnother() {
    assertApart(
        article(
            "a",
            0,
            "Earthquake of magnitude 6.1 strikes Ralovo",
            "An earthquake of magnitude 6.1 struck 25 km east of Ralovo early on Saturday, the"
                + " Atlantic Seismic Institute said, at a depth of 10 km. Officials said they had no"
                + " reports of injuries."),
        article(
            "b",
            30,
            "Earthquake of magnitude 5.2 strikes Cape Dorrin",
            "An earthquake of magnitude 5.2 struck 60 km south of Cape Dorrin on Sunday, the"
                + " Atlantic Seismic Institute said, at a depth of 35 km. Officials said they had no"
                + " reports of injuries."));
  }

  @Test
  void explainsThatOtherNamesAreMentioned() {
    JoinDecision decision =
        decision(
            article(
                "a",
                0,
                "Council of Brenmouth votes for new harbour wall",
                "The council of Brenmouth voted by 14 to 9 on Tuesday for a new harbour wall. Mayor"
                    + " Ingrid Solheim said work would begin in spring and cost 12 million."),
            article(
                "b",
                1,
                "Council of Ostervik votes for new harbour wall",
                "The council of Ostervik voted by 14 to 9 on Tuesday for a new harbour wall. Mayor"
                    + " Pieter Haan said work would begin in spring and cost 12 million."));
    assertThat(decision.storyId()).isNull();
    assertThat(decision.mismatch()).isEqualTo(JoinDecision.Mismatch.NAMES);
  }

  @Test
  void explainsThatANoticeHasAnotherSubject() {
    JoinDecision decision =
        decision(
            article(
                "a",
                0,
                "Price of velmarite at noon",
                "Bid 1.8402, asked 1.8412 per tonne for delivery next month; for delivery in three"
                    + " months bid 1.8510, asked 1.8525. Previous price bid 1.8365, asked 1.8375."
                    + " Sales since yesterday 420 tonnes, stocks 9,150 tonnes after 9,240."),
            article(
                "b",
                1,
                "Price of corbexite at noon",
                "Bid 6.2510, asked 6.2530 per tonne for delivery next month; for delivery in three"
                    + " months bid 6.2725, asked 6.2740. Previous price bid 6.2480, asked 6.2500."
                    + " Sales since yesterday 175 tonnes, stocks 2,380 tonnes after 2,410."));
    assertThat(decision.storyId()).isNull();
    assertThat(decision.mismatch()).isEqualTo(JoinDecision.Mismatch.SUBJECT);
  }
}
