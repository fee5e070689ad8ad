package dev.storywire.app.models;

import dev.storywire.app.process.Exit;
import dev.storywire.entities.learn.NamesEvaluation;
import dev.storywire.entities.learn.NamesTraining;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code storywire train names}. */
@Command(name = "names", description = "Train the name tagger on two-column CoNLL files.")
final class TrainNames implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "A token and a BIO tag per line.")
  private List<Path> files;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      converter = NamesLanguage.class,
      completionCandidates = NamesLanguage.class,
      description =
          "The language of the texts: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private String language = "en";

  @Option(names = "--out", paramLabel = "FILE", description = "Output file for the model.")
  private @Nullable Path out;

  @Option(
      names = "--leave-out",
      paramLabel = "FILE",
      description =
          "Evaluate on this file, with a model that was not trained on it; write nothing.")
  private @Nullable Path leftOut;

  @Option(
      names = "--cut",
      split = ",",
      paramLabel = "N",
      description = "Leave out the documents of --leave-out in parts, split at these numbers.")
  private List<Integer> cuts = List.of();

  @Override
  public Integer call() {
    if ((out == null) == (leftOut == null)) {
      throw new ParameterException(spec.commandLine(), "--out or --leave-out is required");
    }
    if (leftOut != null) {
      PrintWriter screen = spec.commandLine().getOut();
      List<NamesEvaluation.Report> parts =
          NamesTraining.leaveOut(files, language, leftOut, cuts, System::nanoTime);
      for (int part = 0; part < parts.size() && parts.size() > 1; part++) {
        screen.printf("part %d of %d, ", part + 1, parts.size());
        screen.println(EvaluateEntities.line("PER+ORG+LOC", parts.get(part).names()));
      }
      EvaluateEntities.print(NamesEvaluation.sum(parts), screen);
    } else if (out != null) {
      NamesTraining.train(files, language, out);
    }
    return Exit.OK;
  }
}
