package dev.storywire.story.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floors a little under what the shipped models reach on the development sets. */
class LabelledStoriesTest {
  private static StoriesEvaluation evaluate(String set) {
    Path data =
        Path.of(Objects.requireNonNullElse(System.getenv("STORYWIRE_DATA"), "../../shared/data"));
    Path file = data.resolve(set + ".jsonl.gz");
    assumeTrue(
        Files.exists(file),
        () -> "skipped: no " + file.toAbsolutePath().normalize() + "; set STORYWIRE_DATA");
    return StoriesEvaluation.of(file);
  }

  @ParameterizedTest
  @CsvSource({
    "stories-allsides-2016-2018, 0.905, 0.73",
    "stories-uci-headlines-a, 0.87, 0.84",
    "stories-ecb-a, 0.93, 0.905"
  })
  void oneDefaultReachesTheFloorsOfAllSets(String set, double bcubed, double pairs) {
    ClusterScores scores = evaluate(set).scores();
    System.out.printf("%s %.3f / %.3f%n", set, scores.bcubedF1(), scores.pairF1());
    assertThat(scores.bcubedF1()).isGreaterThan(bcubed);
    assertThat(scores.pairF1()).isGreaterThan(pairs);
  }

  @Test
  void theFiveSeedsAreOneStory() {
    assertThat(evaluate("seeds").scores().predictedStories()).isEqualTo(1);
  }
}
