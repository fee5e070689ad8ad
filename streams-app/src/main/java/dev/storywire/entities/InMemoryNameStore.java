package dev.storywire.entities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A name store in memory, without expiry, for evaluation and tests. */
public final class InMemoryNameStore implements NameStore {
  private final Map<String, KnownName> names = new HashMap<>();
  private final Map<String, List<Candidate>> candidates = new HashMap<>();

  @Override
  public @Nullable KnownName name(String id) {
    return names.get(id);
  }

  @Override
  public void put(KnownName name) {
    names.put(name.id(), name);
  }

  @Override
  public List<Candidate> candidates(String key) {
    return candidates.getOrDefault(key, List.of());
  }

  @Override
  public void put(String key, List<Candidate> meant) {
    candidates.put(key, List.copyOf(meant));
  }
}
