package dev.storywire.producer;

import dev.storywire.schemas.Refusal;

/** Told how an ingest gets on, from one thread at a time. */
public interface IngestProgress {
  /** A progress that nobody watches. */
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

  /** One more was not taken. */
  default void refused(Refusal refusal, String where) {}
}
