package dev.storywire.app.models;

import dev.storywire.app.process.Exit;
import dev.storywire.story.learn.StemTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code storywire train stems}. */
@Command(name = "stems", description = "Count the stems of a language in two-column CoNLL files.")
final class TrainStems implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "A token and a tag per line.")
  private List<Path> files = List.of();

  @Option(
      names = "--language",
      required = true,
      paramLabel = "LANGUAGE",
      description = "The language of the texts, as a tag of two letters.")
  private String language = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Output file for the stem table.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    Files.write(out, StemTables.lines(language, files));
    return Exit.OK;
  }
}
