package dev.storywire.producer.formats.source;

import java.io.IOException;

/** Reads one format. Implementations are stateless and thread-safe. */
@FunctionalInterface
public interface ItemReader {
  /**
   * Reads all of {@code source} and passes each item or refusal to {@code sink} in the order of the
   * source.
   *
   * @throws RefusedException if the source as a whole cannot be read
   * @throws IOException if its bytes cannot be read
   */
  void read(Source source, ItemSink sink) throws IOException, RefusedException;
}
