package dev.storywire.producer;

import dev.storywire.producer.formats.Format;
import java.util.List;

/**
 * What to ingest.
 *
 * @param inputs files, directories (read whole, in the order of their names) and http(s) URLs
 * @param format of all inputs, or {@link Format#AUTO}
 */
public record IngestOptions(List<String> inputs, Format format) {
  /** Copies the list. */
  public IngestOptions {
    inputs = List.copyOf(inputs);
  }
}
