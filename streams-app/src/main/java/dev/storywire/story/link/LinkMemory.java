package dev.storywire.story.link;

import dev.storywire.story.prepare.Signature;
import dev.storywire.story.state.SignatureStore;
import java.util.List;

/**
 * The recent signatures of all lanes, on the heap and in their store. Each partition sees the
 * signatures of all lanes in the same order, so that all have the same memory.
 *
 * <p>As long as all articles are of one lane, one signature is remembered.
 */
public final class LinkMemory {
  private final SignatureStore store;
  private final RecentSignatures signatures = new RecentSignatures();

  /** Reads the memory from its store. */
  public LinkMemory(SignatureStore store) {
    this.store = store;
    store.all().forEach(bytes -> signatures.restore(Signature.decode(bytes)));
  }

  /**
   * Returns false if all signatures are of this lane. Then no more signatures of this lane are
   * remembered.
   */
  public boolean accepts(String lane) {
    return signatures.isEmpty() || signatures.hasOtherLanes(lane);
  }

  /**
   * Remembers the signature of an article and returns the articles of other lanes that it matches,
   * the best match first. An article that is known in this version or a later one has no matches.
   */
  public List<SignatureMatch> add(Signature signature) {
    if (signatures.has(signature.uri(), signature.orderKey().version())) {
      return List.of();
    }
    List<SignatureMatch> matches = signatures.matches(signature);
    store.put(signature.uri(), signature.encode());
    signatures.add(signature).forEach(store::delete);
    return matches;
  }

  /** Removes the signature of an article. */
  public void remove(String uri) {
    if (signatures.remove(uri)) {
      store.delete(uri);
    }
  }
}
