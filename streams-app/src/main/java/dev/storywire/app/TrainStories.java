package dev.storywire.app;

import dev.storywire.story.StoriesTraining;
import java.nio.file.Path;
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

  @Override
  public Integer call() {
    StoriesTraining.train(files, out, step -> spec.commandLine().getErr().println(step));
    return Exit.OK;
  }
}
