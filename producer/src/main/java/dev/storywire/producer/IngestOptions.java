package dev.storywire.producer;

import dev.storywire.producer.formats.Format;
import java.util.List;

/**
 * Options of an ingest.
 *
 * @param inputs files, directories (read whole, in the order of their names) and http(s) URLs
 * @param format the format of all inputs, or {@link Format#AUTO}
 * @param strict true to refuse damaged documents instead of repairing them
 */
public record IngestOptions(List<String> inputs, Format format, boolean strict) {
  /** Options that accept repaired documents. */
  public IngestOptions(List<String> inputs, Format format) {
    this(inputs, format, false);
  }

  /** Copies the list. */
  public IngestOptions {
    inputs = List.copyOf(inputs);
  }
}
