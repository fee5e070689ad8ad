package dev.storywire.entities;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores the names of a {@link NameBook} by string keys. Records contain the time of their last
 * use. The book ignores records older than {@link NameBook#MEMORY}, so that the store may delete
 * them at any time.
 */
public interface NameStore {
  /** Returns the name with this id, or null. */
  @Nullable KnownName name(String id);

  /** Stores a name by its id. */
  void put(KnownName name);

  /** Returns the names to which a key may refer; may be empty. */
  List<Candidate> candidates(String key);

  /** Replaces the candidates of a key. */
  void put(String key, List<Candidate> candidates);

  /**
   * A name to which a key may refer.
   *
   * @param id id of the name
   * @param lastUsed event time at which the key last referred to it, with the precision of a day;
   *     epoch ms
   */
  record Candidate(String id, long lastUsed) {}
}
