package dev.storywire.app.models;

import dev.storywire.app.process.Exit;
import dev.storywire.dedup.learn.CopyTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code storywire train copies}. */
@Command(name = "copies", description = "Train the copy decision on lines of {a, b, label}.")
final class TrainCopies implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The pairs; may be .gz.")
  private Path file;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Output file for the weights.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    CopyTraining.train(file, out);
    return Exit.OK;
  }
}
