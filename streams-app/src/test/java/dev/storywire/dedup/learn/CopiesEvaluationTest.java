package dev.storywire.dedup.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.dedup.Articles;
import dev.storywire.dedup.CopyDecision;
import dev.storywire.dedup.CopyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesEvaluationTest {
  @TempDir private Path directory;

  @Test
  void scoresDecisionsByLabelAndWritesALineForEachPair() throws IOException {
    Path file =
        write(
            pair("storm", Articles.STORM, "storm hits", Articles.STORM, "copy"),
            pair("storm", Articles.STORM, "cost", Articles.STORM_BY_ANOTHER, "same-story"),
            pair("bills", Articles.NOTICE, "bills", Articles.NOTICE_NEXT_DAY, "template"));
    CopiesEvaluation evaluation = CopiesEvaluation.of(file);
    List<CopyDecision> decisions = evaluation.decide(CopyModel.shipped());
    CopyScores scores = evaluation.score(decisions);

    assertThat(scores.precision()).isEqualTo(1);
    assertThat(scores.recall()).isEqualTo(1);
    assertThat(scores.averagePrecision()).isEqualTo(1);
    assertThat(scores.labels().get("template")).isEqualTo(new CopyScores.LabelRate(1, 0));
    assertThat(CopiesEvaluation.lines(decisions))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("{\"i\":0,\"copy\":true,\"score\":0.9");
  }

  @Test
  void refusesALineThatIsNotAPair() throws IOException {
    Path file = write("{\"a\": {\"id\": \"1\"}}");
    assertThatThrownBy(() -> CopiesEvaluation.of(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("pair 1 has no articles a and b");
  }

  @Test
  void trainingNeedsBothClasses() throws IOException {
    Path file = write(pair("storm", Articles.STORM, "storm hits", Articles.STORM, "copy"));
    assertThatThrownBy(() -> CopyTraining.train(file, directory.resolve("weights")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("labelled \"copy\" and others");
  }

  private Path write(String... lines) throws IOException {
    return Files.write(directory.resolve("pairs.jsonl"), List.of(lines));
  }

  private static String pair(String headlineA, String a, String headlineB, String b, String label) {
    return """
        {"a": {"id": "%s", "title": "%s", "body": "%s", "publishedAt": "2026-03-02T10:00:00Z"},\
         "b": {"id": "%s", "title": "%s", "body": "%s", "publishedAt": "2026-03-03"},\
         "label": "%s"}"""
        .formatted(headlineA, headlineA, a, headlineB, headlineB, b, label);
  }
}
