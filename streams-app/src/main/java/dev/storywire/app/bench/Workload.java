package dev.storywire.app.bench;

import dev.storywire.app.process.OperatorError;
import dev.storywire.producer.Ingest;
import dev.storywire.producer.IngestOptions;
import dev.storywire.producer.IngestProgress;
import dev.storywire.producer.formats.Format;
import dev.storywire.producer.send.RawTopicWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The articles of one measurement: generated ones of a length, or a file.
 *
 * @param characters length of a generated article
 * @param articles number of generated articles
 * @param file file that is read instead; null for generated articles
 */
record Workload(int characters, int articles, @Nullable String file) {
  /** Parses {@code CHARACTERSxARTICLES}. */
  static Workload parse(String text) {
    String[] parts = text.split("x");
    try {
      return new Workload(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), null);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new OperatorError("'" + text + "' is not CHARACTERSxARTICLES, such as 700x20000", e);
    }
  }

  static Workload ofFile(String file) {
    return new Workload(700, 0, file);
  }

  String name() {
    return file == null ? characters + " characters" : file;
  }

  /** Returns a wire whose first articles end now. */
  GeneratedWire wire(long seed) {
    Instant start = Instant.now().minus(GeneratedWire.span(articles + 1));
    return new GeneratedWire(seed, characters, start);
  }

  /** Produces the articles and returns their number. */
  long produce(GeneratedWire wire, RawTopicWriter raw) {
    if (file != null) {
      IngestOptions options = new IngestOptions(List.of(file), Format.AUTO);
      return new Ingest(options, raw, IngestProgress.NONE, Clock.systemUTC()).run().sent();
    }
    wire.articles(articles)
        .forEach(
            item -> raw.send(item, Objects.requireNonNull(item.versionCreated()), refusal -> {}));
    raw.flush();
    return articles;
  }
}
