package dev.storywire.story.cluster;

import static dev.storywire.story.cluster.StoryIndexTest.FLOOD;
import static dev.storywire.story.cluster.StoryIndexTest.FLOOD_AGAIN;
import static dev.storywire.story.cluster.StoryIndexTest.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.vector.ArticleView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLookTest {
  private static final ArticleView MILL =
      article("mill", "Velmora mill reopens", "Spinning starts again at the mill of Velmora");

  private final StoryIndex index = new StoryIndex();
  private int others;

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
    add(MILL, "mill");

    assertThat(addOthers(18)).isEmpty();
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
    add(MILL, "mill");

    assertThat(addOthers(78)).isEmpty();
    assertThat(addOthers(1)).hasSize(1);
  }

  @Test
  void doesNotLookAgainIfNoLaterArticleSharesWords() {
    add(FLOOD, "flood");
    add(FLOOD_AGAIN, "again");

    assertThat(addOthers(401)).isEmpty();
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

    add(MILL, "mill");

    assertThat(addOthers(24)).isEmpty();
  }

  @Test
  void leavesARoutineNoticeAlone() {
    add(article("notice-1", "Velmora mills results", "Velmora mills net 1,234 vs 1,111"), "first");
    add(article("notice-2", "Velmora mills results", "Velmora mills net 2,345 vs 1,234"), "second");

    add(article("mills", "Velmora mills to close", "Velmora mills close in May"), "mills");

    assertThat(addOthers(30)).isEmpty();
  }
}
