package dev.storywire.app.models;

import dev.storywire.app.demo.SampleDay;
import dev.storywire.app.process.Exit;
import dev.storywire.schemas.Json;
import dev.storywire.story.learn.ClusterScores;
import dev.storywire.story.learn.LatestNews;
import dev.storywire.story.learn.RoutineCounts;
import dev.storywire.story.learn.StoriesEvaluation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code storywire evaluate stories}. */
@Command(
    name = "stories",
    description = "Assign articles to stories, and evaluate those with a label.")
final class EvaluateStories implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Input input = new Input();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Output file for lines {id, story, relation, copyOf}.")
  private @Nullable Path out;

  @Option(
      names = "--average-link",
      description = "Also score average-link clustering, with the best threshold for this set.")
  private boolean averageLink;

  @Option(
      names = "--slow",
      description = "First spread the articles of each story over 3 to 30 days.")
  private boolean slow;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Path file = input.resolve();
    long began = System.nanoTime();
    StoriesEvaluation evaluation = StoriesEvaluation.of(file, slow);
    double seconds = (System.nanoTime() - began) / 1e9;
    if (out != null) {
      evaluation.write(out);
    }
    ClusterScores scores = evaluation.scores();
    PrintWriter screen = spec.commandLine().getOut();
    if (json) {
      screen.println(Json.mapper().writeValueAsString(scores));
      return Exit.OK;
    }
    screen.printf(
        "B-cubed   P %.3f  R %.3f  F1 %.3f%n",
        scores.bcubedP(), scores.bcubedR(), scores.bcubedF1());
    screen.printf(
        "pairwise  P %.3f  R %.3f  F1 %.3f%n", scores.pairP(), scores.pairR(), scores.pairF1());
    screen.printf(
        "%,d articles, %,d with a label: %,d stories, %,d labelled; %,.0f articles a second%n",
        evaluation.verdicts().size(),
        scores.labelled(),
        scores.predictedStories(),
        scores.labelledStories(),
        evaluation.verdicts().size() / seconds);
    LatestNews latest = evaluation.latestNews();
    screen.printf(
        "%,d stories of 5 and more articles: latest news in %,d headlines, in %,d texts%n",
        latest.stories(), latest.inHeadline(), latest.inText());
    printKinds(RoutineCounts.of(file, evaluation), screen);
    if (averageLink) {
      ClusterScores offline = StoriesEvaluation.averageLink(file, slow);
      screen.printf(
          "average link, best threshold for this set: B-cubed F1 %.3f  pairwise F1 %.3f%n",
          offline.bcubedF1(), offline.pairF1());
    }
    return Exit.OK;
  }

  /** The labelled articles. */
  private static final class Input {
    @Parameters(
        paramLabel = "FILE",
        description =
            "Lines of {id, title, body, publishedAt, story, ...}, may be .gz; or templates of routine"
                + " news (*.forms).")
    private @Nullable Path file;

    @Option(
        names = "--sample",
        paramLabel = "LANGUAGE",
        description = "The sample day in this language: en, de, es, nl or fr.")
    private @Nullable String language;

    Path resolve() throws IOException {
      return file != null
          ? file
          : SampleDay.writeLabelled(
              String.valueOf(language), Files.createTempFile("sample-day", ".jsonl"));
    }
  }

  private static void printKinds(List<RoutineCounts> kinds, PrintWriter screen) {
    for (RoutineCounts kind : kinds) {
      screen.printf(
          "%s: %d of %d events joined with others, %d of %d later reports found%n",
          kind.kind(), kind.joined(), kind.events(), kind.found(), kind.later());
    }
    if (!kinds.isEmpty()) {
      screen.printf(
          "all kinds: %d of %d events joined with others, %d of %d later reports found%n",
          kinds.stream().mapToInt(RoutineCounts::joined).sum(),
          kinds.stream().mapToInt(RoutineCounts::events).sum(),
          kinds.stream().mapToInt(RoutineCounts::found).sum(),
          kinds.stream().mapToInt(RoutineCounts::later).sum());
    }
  }
}
