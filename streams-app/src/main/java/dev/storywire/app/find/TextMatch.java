package dev.storywire.app.find;

import java.time.Instant;

/**
 * A record that contains the text.
 *
 * @param key its key as text
 * @param timestamp its timestamp
 * @param kind why the record still exists
 */
record TextMatch(
    String topic, int partition, long offset, String key, Instant timestamp, Kind kind) {

  /** The reasons for which a record still exists. */
  enum Kind {
    /** The topic keeps the latest record of each key, and this is the latest. */
    CURRENT,
    /** A later record of the key replaces it; it is deleted by the next compaction. */
    REPLACED,
    /** The topic keeps all records until their retention ends. */
    RETAINED
  }
}
