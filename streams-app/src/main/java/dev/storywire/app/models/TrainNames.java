package dev.storywire.app.models;

import dev.storywire.app.process.Exit;
import dev.storywire.entities.learn.NamesTraining;
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

/** {@code storywire train names}. */
@Command(name = "names", description = "Learn to find names from two-column CoNLL files.")
final class TrainNames implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Token and BIO tag a line.")
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

  @Option(names = "--out", paramLabel = "FILE", description = "The model goes here.")
  private @Nullable Path out;

  @Option(
      names = "--leave-out",
      paramLabel = "FILE",
      description = "Measure on this file, by a model that has not seen it; write nothing.")
  private @Nullable Path leftOut;

  @Option(
      names = "--cut",
      split = ",",
      paramLabel = "N",
      description = "Leave --leave-out's documents out in parts, cut at these numbers.")
  private List<Integer> cuts = List.of();

  @Override
  public Integer call() {
    if ((out == null) == (leftOut == null)) {
      throw new ParameterException(spec.commandLine(), "one of --out and --leave-out is needed");
    }
    if (leftOut != null) {
      EvaluateEntities.print(
          NamesTraining.leaveOut(files, language, leftOut, cuts, System::nanoTime),
          spec.commandLine().getOut());
    } else if (out != null) {
      NamesTraining.train(files, language, out);
    }
    return Exit.OK;
  }
}
