package dev.storywire.producer;

import dev.storywire.producer.formats.ItemSink;
import dev.storywire.producer.formats.Source;
import dev.storywire.schemas.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the sources that a list of paths and URLs names. */
final class Inputs {
  private Inputs() {}

  /** A source and the size of its file; 0 where it is not known. */
  record Input(Source source, long bytes) {}

  /** The sources, in the order given, directories by path; what is not there is refused. */
  static List<Input> of(List<String> names, ItemSink sink) {
    List<Input> inputs = new ArrayList<>();
    for (String name : names) {
      try {
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
          directory(path, inputs);
        } else if (Files.isReadable(path)) {
          inputs.add(new Input(Source.file(path), Files.size(path)));
        } else {
          sink.refused(new Refusal("not-found", "there is no readable file of this name"), name);
        }
      } catch (IOException | InvalidPathException e) {
        sink.refused(new Refusal("unreadable", "cannot be read: " + e.getMessage()), name);
      }
    }
    return inputs;
  }

  private static void directory(Path root, List<Input> inputs) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Inputs::isNews).sorted().toList()) {
        inputs.add(new Input(Source.file(file, root), Files.size(file)));
      }
    }
  }

  /** Hidden files and files still being written are nobody's news. */
  private static boolean isNews(Path path) {
    String name = path.getFileName().toString();
    return !name.startsWith(".")
        && !name.endsWith(".tmp")
        && !name.endsWith(".part")
        && Files.isRegularFile(path);
  }
}
