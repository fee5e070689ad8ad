package dev.storywire.replay;

import java.util.function.Consumer;

/** Where the records of a history come from, in any order. */
@FunctionalInterface
public interface HistorySource {
  /** Passes all of them on. */
  void forEach(Consumer<HistoryRecord> reader);
}
