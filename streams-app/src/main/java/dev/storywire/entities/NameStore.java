package dev.storywire.entities;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a lane keeps what its {@link NameBook} knows, by string keys. Records say when they were
 * last used; the book takes no notice of those older than {@link NameBook#MEMORY}, so that they may
 * be dropped at any time after.
 */
public interface NameStore {
  /** The name with this id, or null. */
  @Nullable KnownName name(String id);

  /** Writes a name under its id. */
  void put(KnownName name);

  /** The names that may be meant by a key; empty if none. */
  List<Candidate> candidates(String key);

  /** Replaces the candidates of a key. */
  void put(String key, List<Candidate> candidates);

  /**
   * A name that a key may mean.
   *
   * @param id of the name
   * @param lastUsed event time at which the key last meant it, within a day; epoch ms
   */
  record Candidate(String id, long lastUsed) {}
}
