package dev.storywire.replay;

import java.util.function.Consumer;

/** A source of the records of a history, in any order. */
@FunctionalInterface
public interface HistorySource {
  /** Passes all records to {@code reader}. */
  void forEach(Consumer<HistoryRecord> reader);
}
