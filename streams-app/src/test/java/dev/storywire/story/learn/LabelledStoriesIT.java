package dev.storywire.story.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.Requires;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the shipped models against the lowest scores allowed on the development sets. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LabelledStoriesIT {
  private static StoriesEvaluation evaluate(String set) {
    return StoriesEvaluation.of(Requires.data(set + ".jsonl.gz"), false);
  }

  @ParameterizedTest
  @CsvSource({
    "stories-allsides-2016-2018, 0.905, 0.73",
    "stories-uci-headlines-a, 0.87, 0.84",
    "stories-ecb-a, 0.93, 0.905"
  })
  void theShippedModelsReachTheMinimumScores(String set, double bcubed, double pairs) {
    ClusterScores scores = evaluate(set).scores();
    System.out.printf("%s %.3f / %.3f%n", set, scores.bcubedF1(), scores.pairF1());
    assertThat(scores.bcubedF1()).isGreaterThan(bcubed);
    assertThat(scores.pairF1()).isGreaterThan(pairs);
  }

  @Test
  void theFiveSeedArticlesAreOneStory() {
    assertThat(evaluate("seeds").scores().predictedStories()).isEqualTo(1);
  }
}
