package dev.storywire.app.models;

import dev.storywire.app.demo.SampleDay;
import dev.storywire.app.process.Exit;
import dev.storywire.story.learn.StoriesCrossValidation;
import dev.storywire.story.learn.StoriesTraining;
import java.io.IOException;
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

/** {@code storywire train stories}. */
@Command(
    name = "stories",
    description = "Learn from labelled lines which story an article joins and which are one.")
final class TrainStories implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "News to count stems in; files with story labels also train the models.")
  private List<Path> files;

  @Option(
      names = "--without-sources",
      split = ",",
      paramLabel = "FILE",
      description =
          "Of the files: those whose sources tell how the set was made, not what is news.")
  private List<Path> sourceless = List.of();

  @ArgGroup(multiplicity = "1")
  private Purpose purpose = new Purpose();

  @Option(names = "--sample", description = "Learn from the sample day as well.")
  private boolean sample;

  @Override
  public Integer call() throws IOException {
    if (!files.containsAll(sourceless)) {
      throw new ParameterException(
          spec.commandLine(), "--without-sources " + sourceless + " names a file that is not read");
    }
    List<Path> all = new ArrayList<>(files);
    if (sample) {
      all.add(SampleDay.writeLabelled(Files.createTempFile("sample-day", ".jsonl")));
    }
    Consumer<String> progress = step -> spec.commandLine().getErr().println(step);
    if (purpose.out != null) {
      StoriesTraining.train(all, sourceless, purpose.out, progress);
    } else {
      spec.commandLine().getOut().println("left out\tstories of\tB-cubed F1\tpairwise F1");
      for (var result : StoriesCrossValidation.run(all, sourceless, purpose.parts, progress)) {
        spec.commandLine().getOut().println(result);
      }
    }
    return Exit.OK;
  }

  /** What the files are read for. */
  private static final class Purpose {
    @Option(names = "--out", paramLabel = "DIR", description = "The models go here.")
    private @Nullable Path out;

    @Option(
        names = "--cross-validate",
        paramLabel = "PARTS",
        description =
            "Make no models, but say how far they carry over: each of so many parts of the stories"
                + " is left out in turn, and only what was left out is scored.")
    private int parts;
  }
}
