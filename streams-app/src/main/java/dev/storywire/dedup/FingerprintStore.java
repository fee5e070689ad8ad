package dev.storywire.dedup;

import org.jspecify.annotations.Nullable;

/** Stores the fingerprints of remembered articles by uri. */
@FunctionalInterface
public interface FingerprintStore {
  /** Returns the fingerprint, or null if the article is not stored. */
  @Nullable Fingerprint get(String uri);
}
