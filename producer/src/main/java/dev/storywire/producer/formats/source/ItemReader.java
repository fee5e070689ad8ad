package dev.storywire.producer.formats.source;

import java.io.IOException;

/** A reader of one format. It has no state: one instance may read many sources, at once too. */
@FunctionalInterface
public interface ItemReader {
  /**
   * Reads all of {@code source}, handing each item or refusal to {@code sink} in the order of the
   * source.
   *
   * @throws RefusedException if the source as a whole cannot be read
   * @throws IOException if its bytes cannot be had
   */
  void read(Source source, ItemSink sink) throws IOException, RefusedException;
}
