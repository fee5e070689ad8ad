package dev.storywire.story.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaveOneSourceOutTest {
  private static final int STORIES = 100;
  private static final int ARTICLES_OF_A_STORY = 3;

  /**
   * Number of common words: an article shares its own with few others, which makes training fast.
   */
  private static final int COMMON_WORDS = 100;

  @TempDir private Path directory;

  /**
   * Writes stories of three articles; each has words that only it has, and words that others have
   * too.
   */
  private Path set(String name, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int story = 0; story < STORIES; story++) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        words.add("w" + Long.toString(random.nextLong(1L << 40), 36));
      }
      for (int i = 0; i < ARTICLES_OF_A_STORY; i++) {
        Instant at = Instant.parse("2026-05-02T09:00:00Z").plus(Duration.ofHours(story + i));
        String id = name + "-" + story + "-" + i;
        String title =
            String.join(" ", words.subList(i, i + 8)) + " common" + random.nextInt(COMMON_WORDS);
        lines.add(
            Json.mapper()
                .writeValueAsString(
                    new LabelledArticle(
                        id, null, "wire", title, null, at.toString(), "en", name + story)));
      }
    }
    return Files.write(directory.resolve(name + ".jsonl"), lines);
  }

  @Test
  void scoresEachSourceAndEachSetThatIsNeverTrainedOn() throws IOException {
    Path a = set("a", 1);
    Path b = set("b", 2);
    Path c = set("c", 3);
    var inputs = new StoriesTraining.Inputs(List.of(a, b), List.of(), List.of(), true);
    var results = LeaveOneSourceOut.run(inputs, List.of(c), step -> {});
    assertThat(results)
        .extracting(LeaveOneSourceOut.Result::set)
        .containsExactly(
            "a.jsonl", "a.jsonl, slow", "b.jsonl", "b.jsonl, slow", "c.jsonl", "c.jsonl, slow");
    assertThat(results)
        .filteredOn(result -> !result.set().endsWith("slow"))
        .allSatisfy(
            result -> {
              assertThat(result.scores().labelled()).isEqualTo(STORIES * ARTICLES_OF_A_STORY);
              assertThat(result.scores().bcubedF1()).isGreaterThan(0.9);
              assertThat(result.margin())
                  .isEqualTo(result.scores().bcubedF1() - result.averageLink().bcubedF1());
            });
  }

  @Test
  void leavesOutSetsOfOneSourceTogether() throws IOException {
    Path a = set("a", 1);
    Path b = set("b", 2);
    Path c = set("c", 3);
    var inputs = new StoriesTraining.Inputs(List.of(a, b, c), List.of(), List.of(b, c), true);
    StoriesCorpus corpus = inputs.read(step -> {});
    assertThat(corpus.sources()).hasSize(2);
    StoriesCorpus rest = corpus.without(corpus.sources().get(1));
    assertThat(rest.streams()).extracting(LabelledStream::name).containsExactly("a.jsonl");
  }

  @Test
  void leavesOutTheStemsOfASourceToo() throws IOException {
    StemCounter counter = new StemCounter("en");
    counter.add("a", List.of("harbour tunnel", "harbour", "harbour bridge"));
    counter.add("b", List.of("harbour tunnel", "harbour", "harbour tower"));
    assertThat(counter.lines()).anyMatch(line -> line.contains("harbour"));
    assertThat(counter.without(List.of("a")).lines()).isEmpty();
  }
}
