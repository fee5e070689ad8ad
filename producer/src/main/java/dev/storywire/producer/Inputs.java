package dev.storywire.producer;

import dev.storywire.producer.fetch.AddressGuard;
import dev.storywire.producer.fetch.FetchLimits;
import dev.storywire.producer.fetch.FetchResult;
import dev.storywire.producer.fetch.Fetcher;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Resolves paths and URLs to sources. */
final class Inputs {
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*");

  private Inputs() {}

  /** A source and the size of its file, or 0 if the size is unknown. */
  record Input(Source source, long bytes) {}

  /**
   * Returns the sources in the given order; files of a directory are sorted by path. Reports names
   * that do not exist to {@code sink}.
   */
  static List<Input> of(List<String> names, ItemSink sink) {
    List<Input> inputs = new ArrayList<>();
    for (String name : names) {
      try {
        if (ADDRESS.matcher(name).matches()) {
          fetch(name, inputs, sink);
          continue;
        }
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
          directory(path, inputs);
        } else if (Files.isReadable(path)) {
          inputs.add(new Input(Source.file(path), Files.size(path)));
        } else {
          sink.refused(new Refusal("not-found", "no such file, or it is not readable"), name);
        }
      } catch (IOException | InvalidPathException e) {
        sink.refused(new Refusal("unreadable", "cannot be read: " + e.getMessage()), name);
      }
    }
    return inputs;
  }

  private static void fetch(String name, List<Input> inputs, ItemSink sink) {
    try {
      URI url = URI.create(name);
      Fetcher fetcher =
          new Fetcher(new AddressGuard(List.of(url)), FetchLimits.DEFAULT, Clock.systemUTC());
      FetchResult answer = fetcher.fetch(url);
      if (answer instanceof FetchResult.Fetched fetched) {
        Source source = Source.fetched(name, fetched.contentType(), fetched.bytes());
        inputs.add(new Input(source, fetched.bytes().length));
      } else if (answer instanceof FetchResult.Failed failed) {
        sink.refused(new Refusal(failed.code(), failed.reason()), name);
      } else {
        sink.refused(new Refusal("gone", "the server answered 410 Gone"), name);
      }
    } catch (IllegalArgumentException e) {
      sink.refused(new Refusal("bad-address", "not a valid address: " + e.getMessage()), name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      sink.refused(new Refusal("interrupted", "the fetch was interrupted"), name);
    }
  }

  private static void directory(Path root, List<Input> inputs) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Source::isFinished).sorted().toList()) {
        inputs.add(new Input(Source.file(file, root), Files.size(file)));
      }
    }
  }
}
