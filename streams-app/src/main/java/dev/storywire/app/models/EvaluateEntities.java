package dev.storywire.app.models;

import dev.storywire.app.process.Exit;
import dev.storywire.entities.learn.NamesEvaluation;
import dev.storywire.entities.learn.Score;
import dev.storywire.entities.tagger.NameTagger;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code storywire evaluate entities}. */
@Command(
    name = "entities",
    description =
        "Evaluate the names found in a two-column CoNLL file, with its tokens and sentences.")
final class EvaluateEntities implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A token and a BIO tag per line; may be .gz.")
  private Path file;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      converter = NamesLanguage.class,
      completionCandidates = NamesLanguage.class,
      description =
          "The language of the model: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private String language = "en";

  @Option(names = "--out", paramLabel = "FILE", description = "Output file with the tags found.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    NameTagger tagger = NameTagger.load(language);
    NamesEvaluation.Report report = NamesEvaluation.evaluate(tagger, file, System::nanoTime);
    if (out != null) {
      NamesEvaluation.write(tagger, file, out);
    }
    PrintWriter screen = spec.commandLine().getOut();
    if (json) {
      screen.println(Json.mapper().writeValueAsString(report));
      return Exit.OK;
    }
    print(report, screen);
    return Exit.OK;
  }

  static void print(NamesEvaluation.Report report, PrintWriter out) {
    report.types().forEach((type, score) -> out.println(line(type.name(), score)));
    out.println(line("PER+ORG+LOC", report.names()));
    out.println(line("all", report.all()));
    out.printf("%,.0f articles of 600 words per second%n", report.articlesPerSecond());
  }

  private static String line(String what, Score score) {
    return "%-12s  P %.3f  R %.3f  F1 %.3f  (%,d expected, %,d found)"
        .formatted(
            what, score.precision(), score.recall(), score.f1(), score.expected(), score.found());
  }
}
