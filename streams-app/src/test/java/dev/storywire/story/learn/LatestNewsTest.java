package dev.storywire.story.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Story;
import dev.storywire.schemas.Story.SummarySentence;
import dev.storywire.schemas.StoryBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatestNewsTest {
  private static final Instant START = Instant.parse("2026-05-02T09:00:00Z");

  private static final List<String> HEADLINES =
      List.of(
          "Dockers of Norhaven walk out",
          "Norhaven dockers on strike",
          "Strike of dockers halts Norhaven",
          "Norhaven strike enters second day",
          "Dockers of Norhaven return after settlement",
          "Settlement ends strike of Norhaven dockers");

  private static LatestNews measure(String headline, String summary) {
    Map<String, String> storyOf = new HashMap<>();
    List<LabelledArticle> articles =
        HEADLINES.stream()
            .map(
                title -> {
                  String id = "a" + HEADLINES.indexOf(title);
                  Instant at = START.plus(Duration.ofHours(HEADLINES.indexOf(title)));
                  storyOf.put(id, "strike");
                  return new LabelledArticle(
                      id, null, "wire", title, null, at.toString(), "en", "strike");
                })
            .toList();
    Story story =
        StoryBuilder.builder()
            .storyId("strike")
            .seq(1)
            .lane("en")
            .status(Story.Status.OPEN)
            .headline(headline)
            .summary(List.of(new SummarySentence(summary, "a0")))
            .firstSeen(START)
            .lastUpdated(START)
            .articleCount(HEADLINES.size())
            .copyCount(0)
            .sourceCount(1)
            .build();
    return LatestNews.of(List.of(story), PreparedSet.of("strike", articles).articles(), storyOf);
  }

  @Test
  void countsAHeadlineWithAWordOfTheNewestThird() {
    assertThat(measure("Settlement ends strike of Norhaven dockers", "Dockers walk out."))
        .isEqualTo(new LatestNews(1, 1, 1));
  }

  @Test
  void countsASummaryWithAWordOfTheNewestThird() {
    assertThat(measure("Norhaven dockers on strike", "They return on Monday."))
        .isEqualTo(new LatestNews(1, 0, 1));
  }

  @Test
  void doesNotCountWordsThatEarlierArticlesHave() {
    assertThat(measure("Norhaven dockers on strike", "Dockers walk out."))
        .isEqualTo(new LatestNews(1, 0, 0));
  }
}
