package dev.storywire.producer;

import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.schemas.Refusal;

/** Listens to the progress of an ingest. Methods are called by one thread at a time. */
public interface IngestProgress {
  /** Ignores the progress. */
  IngestProgress NONE = new IngestProgress() {};

  /**
   * Reports that the inputs have been found.
   *
   * @param bytes total size of the files on disk
   */
  default void started(int sources, long bytes) {}

  /** Reports that {@code bytes} more of the files have been read. */
  default void read(long bytes) {}

  /** Reports that one more item has been delivered. */
  default void sent() {}

  /** Reports a repair of a document or item. */
  default void repaired(DocumentRepair repair, String where) {}

  /** Reports a refusal. */
  default void refused(Refusal refusal, String where) {}
}
