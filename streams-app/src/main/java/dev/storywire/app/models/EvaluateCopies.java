package dev.storywire.app.models;

import dev.storywire.app.process.Exit;
import dev.storywire.dedup.CopyDecision;
import dev.storywire.dedup.CopyModel;
import dev.storywire.dedup.learn.CopiesEvaluation;
import dev.storywire.dedup.learn.CopyScores;
import dev.storywire.schemas.Json;
import dev.storywire.story.learn.TemplateCopies;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code storywire evaluate copies}. */
@Command(
    name = "copies",
    description = {
      "Evaluate the copy decision on lines of {a, b, label}.",
      "For a file of templates (.forms), print how many pairs of notices from one template are"
          + " classified as copies."
    })
final class EvaluateCopies implements Callable<Integer> {
  private static final int FOLDS = 10;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The pairs; may be .gz.")
  private Path file;

  @Option(
      names = "--cross-validate",
      description =
          "Decide each pair by a model that was trained without it and its related pairs.")
  private boolean crossValidate;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Output file for lines {i, copy, score}.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (TemplateCopies.isTemplates(file)) {
      printTemplates(TemplateCopies.of(file));
      return Exit.OK;
    }
    CopiesEvaluation evaluation = CopiesEvaluation.of(file);
    List<CopyDecision> decisions =
        crossValidate ? evaluation.crossValidate(FOLDS, 0) : evaluation.decide(CopyModel.shipped());
    if (out != null) {
      Files.write(out, CopiesEvaluation.lines(decisions));
    }
    CopyScores scores = evaluation.score(decisions);
    PrintWriter print = spec.commandLine().getOut();
    if (json) {
      print.println(Json.mapper().writeValueAsString(scores));
      return Exit.OK;
    }
    print.printf(
        "copy          P %.3f  R %.3f  F1 %.3f  AP %.3f%n",
        scores.precision(), scores.recall(), scores.f1(), scores.averagePrecision());
    scores
        .labels()
        .forEach(
            (label, rate) ->
                print.printf(
                    "%-12s  %4d pairs, %5.1f%% classified as copies%n",
                    label, rate.pairs(), 100 * rate.rate()));
    return Exit.OK;
  }

  private void printTemplates(List<TemplateCopies> kinds) throws IOException {
    PrintWriter print = spec.commandLine().getOut();
    if (json) {
      print.println(Json.mapper().writeValueAsString(kinds));
      return;
    }
    for (TemplateCopies kind : kinds) {
      print.printf("%5d pairs, %3d copies  %s%n", kind.pairs(), kind.copies(), kind.kind());
    }
    int pairs = kinds.stream().mapToInt(TemplateCopies::pairs).sum();
    int copies = kinds.stream().mapToInt(TemplateCopies::copies).sum();
    print.printf(
        "%d pairs from one template, %.2f%% classified as copies%n",
        pairs, 100.0 * copies / Math.max(1, pairs));
  }
}
