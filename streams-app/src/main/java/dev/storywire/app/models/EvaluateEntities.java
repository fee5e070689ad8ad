package dev.storywire.app.models;

import static java.util.Objects.requireNonNull;

import dev.storywire.app.demo.SampleDay;
import dev.storywire.app.process.Exit;
import dev.storywire.entities.learn.NamesEvaluation;
import dev.storywire.entities.learn.NamesSpeed;
import dev.storywire.entities.learn.Score;
import dev.storywire.entities.tagger.NameTagger;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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

  @ArgGroup(multiplicity = "1")
  private Input input = new Input();

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
    PrintWriter screen = spec.commandLine().getOut();
    if (input.speed) {
      printSpeeds(screen);
      return Exit.OK;
    }
    Path file = requireNonNull(input.file);
    NameTagger tagger = NameTagger.load(language);
    NamesEvaluation.Report report = NamesEvaluation.evaluate(tagger, file, System::nanoTime);
    if (out != null) {
      NamesEvaluation.write(tagger, file, out);
    }
    if (json) {
      screen.println(Json.mapper().writeValueAsString(report));
      return Exit.OK;
    }
    print(report, screen);
    return Exit.OK;
  }

  private void printSpeeds(PrintWriter screen) throws IOException {
    Map<String, List<String>> texts = new TreeMap<>();
    NameTagger.LANGUAGES.forEach(language -> texts.put(language, SampleDay.texts(language)));
    Map<String, Double> speeds =
        NamesSpeed.measure(texts, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    if (json) {
      screen.println(Json.mapper().writeValueAsString(speeds));
      return;
    }
    double english = requireNonNull(speeds.get("en"));
    speeds.forEach(
        (language, speed) ->
            screen.printf(
                "%s  %,6.0f articles of 600 words per second, %.2f of English%n",
                language, speed, speed / english));
  }

  /** The input: a file, or the sample days to measure the speed. */
  private static final class Input {
    @Parameters(paramLabel = "FILE", description = "A token and a BIO tag per line; may be .gz.")
    private @Nullable Path file;

    @Option(
        names = "--speed",
        required = true,
        description = "Measure the speed of all languages side by side, on the sample days.")
    private boolean speed;
  }

  static void print(NamesEvaluation.Report report, PrintWriter out) {
    report.types().forEach((type, score) -> out.println(line(type.name(), score)));
    out.println(line("PER+ORG+LOC", report.names()));
    out.println(line("all", report.all()));
    out.printf("%,.0f articles of 600 words per second%n", report.articlesPerSecond());
  }

  static String line(String what, Score score) {
    return "%-12s  P %.3f  R %.3f  F1 %.3f  (%,d expected, %,d found)"
        .formatted(
            what, score.precision(), score.recall(), score.f1(), score.expected(), score.found());
  }
}
