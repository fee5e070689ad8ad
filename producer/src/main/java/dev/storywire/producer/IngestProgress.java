package dev.storywire.producer;

import dev.storywire.producer.formats.source.Repair;
import dev.storywire.schemas.Refusal;

/** Receives the progress of an ingest, from one thread at a time. */
public interface IngestProgress {
  /** Ignores the progress. */
  IngestProgress NONE = new IngestProgress() {};

  /**
   * The inputs have been found.
   *
   * @param bytes size of all files, as they lie (compressed ones compressed)
   */
  default void started(int sources, long bytes) {}

  /** So many more of those bytes have been read. */
  default void read(long bytes) {}

  /** One more item is safely in. */
  default void sent() {}

  /** Reports a repair of a document or item. */
  default void repaired(Repair repair, String where) {}

  /** Reports a refusal. */
  default void refused(Refusal refusal, String where) {}
}
