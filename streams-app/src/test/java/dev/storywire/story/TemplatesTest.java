package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.text.CleanArticle;
import dev.storywire.text.Terms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recurring forms with other facts in them are other stories. */
class TemplatesTest {
  private static ArticleView article(String uri, int hour, String headline, String text) {
    CleanArticle clean = new CleanArticle(headline, List.of(text), null, null);
    return new ArticleView(uri, hour * 3_600_000L, "wire", Terms.of(clean, "en"), List.of());
  }

  private static void assertApart(ArticleView first, ArticleView second) {
    StoryIndex index = new StoryIndex();
    index.add(first, "first");
    assertThat(index.decide(second).storyId()).isNull();
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
}
