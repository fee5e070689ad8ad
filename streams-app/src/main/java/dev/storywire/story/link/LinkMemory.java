package dev.storywire.story.link;

import dev.storywire.story.prepare.Signature;
import dev.storywire.story.state.LaneStore;
import java.util.List;

/**
 * The signatures of a lane, on the heap and in its store. A lane that has seen no article of
 * another lane remembers nothing.
 */
public final class LinkMemory {
  private final LaneStore store;
  private final RecentSignatures signatures;

  /** Reads the memory of a lane from its store. */
  public LinkMemory(String lane, LaneStore store) {
    this.store = store;
    this.signatures = new RecentSignatures(lane);
    store
        .memories(LaneStore.Memory.SIGNATURES)
        .forEach(entry -> signatures.add(Signature.decode(entry.getValue())));
  }

  /** Returns true if an article of this lane can have a match. */
  public boolean hasForeign() {
    return signatures.hasForeign();
  }

  /** Remembers the signature of an article and returns its matches; none if it is known. */
  public List<SignatureMatch> add(Signature signature) {
    if (signatures.has(signature.uri(), signature.orderKey().version())) {
      return List.of();
    }
    List<SignatureMatch> matches = signatures.matches(signature);
    store.putMemory(LaneStore.Memory.SIGNATURES, signature.uri(), signature.encode());
    signatures.add(signature).forEach(this::delete);
    return matches;
  }

  /** Removes the signature of an article. */
  public void forget(String uri) {
    if (signatures.remove(uri)) {
      delete(uri);
    }
  }

  /** Removes the signatures that are too old to match. */
  public void expire(long now) {
    signatures.expire(now).forEach(this::delete);
  }

  private void delete(String uri) {
    store.deleteMemory(LaneStore.Memory.SIGNATURES, uri);
  }
}
