package dev.storywire.dedup.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.Requires;
import dev.storywire.dedup.CopyModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Checks the copy model against the lowest scores allowed on the labelled pairs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CopiesDevSetIT {
  private static final int FOLDS = 10;
  private static final int SEEDS = 5;

  @Test
  void reachesTheMinimumScores() throws IOException {
    Path file = Requires.data("copies.jsonl.gz");
    CopiesEvaluation evaluation = CopiesEvaluation.of(file);
    double f1 = 0;
    double templates = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      CopyScores scores = evaluation.score(evaluation.crossValidate(FOLDS, seed));
      f1 += scores.f1() / SEEDS;
      templates += rate(scores, "template") / SEEDS;
    }
    assertThat(f1).as("F1, cross-validated").isGreaterThan(0.97);
    assertThat(templates).as("templates called copies").isLessThan(0.03);
    CopyScores shipped = evaluation.score(evaluation.decide(CopyModel.shipped()));
    assertThat(shipped.f1()).as("F1 of the shipped model").isGreaterThan(0.975);
  }

  private static double rate(CopyScores scores, String label) {
    return Optional.ofNullable(scores.labels().get(label))
        .map(CopyScores.LabelRate::rate)
        .orElse(0.0);
  }
}
