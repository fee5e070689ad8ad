package dev.storywire.app.models;

import dev.storywire.app.demo.SampleDay;
import dev.storywire.app.process.Exit;
import dev.storywire.story.learn.LeaveOneSourceOut;
import dev.storywire.story.learn.StoriesCrossValidation;
import dev.storywire.story.learn.StoriesTraining;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code storywire train stories}. */
@Command(
    name = "stories",
    description = "Train the models that join, merge and split stories on labelled articles.")
final class TrainStories implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Articles for counting stems; files with story labels also train the models.")
  private List<Path> files;

  @Option(
      names = "--without-sources",
      split = ",",
      paramLabel = "FILE",
      description =
          "Files whose article sources are not used, because they show how the set was made.")
  private List<Path> sourceless = List.of();

  @Option(
      names = "--one-source",
      split = ",",
      paramLabel = "FILE",
      description = "Files that are one source: --leave-one-source-out leaves them out together.")
  private List<Path> oneSource = List.of();

  @Option(
      names = "--keep-stems",
      description = "Use the shipped stem table instead of a new count over the files.")
  private boolean keepStems;

  @Option(
      names = "--evaluate-only",
      split = ",",
      paramLabel = "FILE",
      description = "With --leave-one-source-out: sets to score that are never trained on.")
  private List<Path> evaluateOnly = List.of();

  @ArgGroup(multiplicity = "1")
  private Purpose purpose = new Purpose();

  @Option(names = "--sample", description = "Also train on the sample day.")
  private boolean sample;

  @Override
  public Integer call() throws IOException {
    checkRead("--without-sources", sourceless);
    checkRead("--one-source", oneSource);
    List<Path> all = new ArrayList<>(files);
    if (sample) {
      all.add(SampleDay.writeLabelled(Files.createTempFile("sample-day", ".jsonl")));
    }
    Consumer<String> progress = step -> spec.commandLine().getErr().println(step);
    var inputs = new StoriesTraining.Inputs(all, sourceless, oneSource, keepStems);
    if (purpose.out != null) {
      StoriesTraining.train(inputs, purpose.out, progress);
    } else if (purpose.leaveOneSourceOut) {
      leaveOneSourceOut(inputs, progress);
    } else {
      spec.commandLine().getOut().println("left out\tstories of\tB-cubed F1\tpairwise F1");
      for (var result : StoriesCrossValidation.run(inputs, purpose.parts, progress)) {
        spec.commandLine().getOut().println(result);
      }
    }
    return Exit.OK;
  }

  private void checkRead(String option, List<Path> named) {
    if (!files.containsAll(named)) {
      throw new ParameterException(
          spec.commandLine(), option + " " + named + " names a file that is not among the inputs");
    }
  }

  private void leaveOneSourceOut(StoriesTraining.Inputs inputs, Consumer<String> progress) {
    var results = LeaveOneSourceOut.run(inputs, evaluateOnly, progress);
    PrintWriter out = spec.commandLine().getOut();
    out.println("left out\tP\tR\tB-cubed / pairwise F1\taverage link, best threshold\tmargin");
    results.forEach(out::println);
    out.printf(
        "worst margin %+.3f, mean %+.3f%n",
        results.stream().mapToDouble(LeaveOneSourceOut.Result::margin).min().orElse(0),
        results.stream().mapToDouble(LeaveOneSourceOut.Result::margin).average().orElse(0));
  }

  /** The purpose of the run. */
  private static final class Purpose {
    @Option(names = "--out", paramLabel = "DIR", description = "Write the models here.")
    private @Nullable Path out;

    @Option(
        names = "--cross-validate",
        paramLabel = "PARTS",
        description =
            "Write no models. Leave out each of this many parts of the stories in turn, train on the"
                + " rest, and score the part.")
    private int parts;

    @Option(
        names = "--leave-one-source-out",
        description =
            "Write no models. Leave out each source in turn, train on the rest, score the source,"
                + " and compare the score with average-link clustering.")
    private boolean leaveOneSourceOut;
  }
}
