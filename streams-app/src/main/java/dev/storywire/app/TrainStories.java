package dev.storywire.app;

import dev.storywire.story.StoriesTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The models go here.")
  private Path out;

  @Option(names = "--sample", description = "Learn from the sample day as well.")
  private boolean sample;

  @Override
  public Integer call() throws IOException {
    List<Path> all = new ArrayList<>(files);
    if (sample) {
      all.add(SampleDay.writeLabelled(Files.createTempFile("sample-day", ".jsonl")));
    }
    StoriesTraining.train(all, out, step -> spec.commandLine().getErr().println(step));
    return Exit.OK;
  }
}
