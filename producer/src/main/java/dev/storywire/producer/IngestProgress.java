package dev.storywire.producer;

import dev.storywire.producer.formats.source.Repair;
import dev.storywire.schemas.Refusal;

/** Listens to the progress of an ingest. Methods are called by one thread at a time. */
public interface IngestProgress {
  /** Ignores the progress. */
  IngestProgress NONE = new IngestProgress() {};

  /**
   * Called when the inputs have been found.
   *
   * @param bytes total size of the files on disk
   */
  default void started(int sources, long bytes) {}

  /** Called when {@code bytes} more of the files have been read. */
  default void read(long bytes) {}

  /** Called when one more item has been delivered. */
  default void sent() {}

  /** Reports a repair of a document or item. */
  default void repaired(Repair repair, String where) {}

  /** Reports a refusal. */
  default void refused(Refusal refusal, String where) {}
}
