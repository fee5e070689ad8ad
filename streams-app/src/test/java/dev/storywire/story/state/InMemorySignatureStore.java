package dev.storywire.story.state;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A store of signatures on the heap. */
public final class InMemorySignatureStore implements SignatureStore {
  private final Map<String, byte[]> byUri = new TreeMap<>();

  @Override
  public void put(String uri, byte[] signature) {
    byUri.put(uri, signature);
  }

  @Override
  public void delete(String uri) {
    byUri.remove(uri);
  }

  @Override
  public List<byte[]> all() {
    return List.copyOf(byUri.values());
  }
}
