package dev.storywire.story.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.vector.ArticleView;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.terms.Terms;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLookTest {
  private static final ArticleView FLOOD =
      article(
          "flood-1",
          "Dam bursts above Velmora, thousands flee",
          "A dam burst above the town of Velmora on Tuesday and thousands of people fled.");
  private static final ArticleView FLOOD_AGAIN =
      article(
          "flood-2",
          "Thousands flee as Velmora dam bursts",
          "Thousands of people left Velmora after the dam above the town burst, officials said.");

  private final ClusterIndex index = new ClusterIndex();
  private int others;

  private static ArticleView article(String uri, String headline, String text) {
    CleanArticle clean = CleanArticle.of(headline, List.of(text));
    return new ArticleView(uri, 0, "wire", Terms.of(clean, "en"), List.of());
  }

  /** Adds an article to a story, whatever the models decide, and returns the repairs. */
  private List<Repair> add(ArticleView article, String storyId) {
    var unused = index.decide(article);
    index.add(article, storyId);
    return index.repairs(storyId);
  }

  /** Adds articles on other events, and returns the repairs. */
  private List<Repair> addOthers(int count) {
    List<Repair> repairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String subject = "z" + (char) ('a' + others / 26) + "k" + (char) ('a' + others % 26) + "q";
      String uri = "other-" + others++;
      repairs.addAll(add(article(uri, subject, subject + " and nothing else"), uri));
    }
    return repairs;
  }

  @Test
  void mergesASmallStoryThatBelongsToAnotherOne() {
    add(FLOOD, "flood");
    add(FLOOD_AGAIN, "again");

    assertThat(addOthers(19)).isEmpty();
    assertThat(addOthers(1))
        .singleElement()
        .isInstanceOfSatisfying(
            Repair.Merge.class,
            merge -> {
              assertThat(merge.from()).isEqualTo("again");
              assertThat(merge.into()).isEqualTo("flood");
            });
  }

  @Test
  void looksAgainLater() {
    add(FLOOD, "flood");
    add(FLOOD_AGAIN, "again");
    addOthers(20);

    assertThat(addOthers(79)).isEmpty();
    assertThat(addOthers(1)).hasSize(1);
  }

  @Test
  void leavesAnArticleOfALargerStoryAlone() {
    add(FLOOD, "flood");
    for (int i = 0; i < 3; i++) {
      add(
          article(
              "again-" + i,
              "Velmora dam bursts",
              "Thousands left Velmora after the dam burst " + i),
          "again");
    }

    assertThat(addOthers(24)).isEmpty();
  }

  @Test
  void leavesARoutineNoticeAlone() {
    add(article("notice-1", "Velmora mills results", "Velmora mills net 1,234 vs 1,111"), "first");
    add(article("notice-2", "Velmora mills results", "Velmora mills net 2,345 vs 1,234"), "second");

    assertThat(addOthers(30)).isEmpty();
  }
}
