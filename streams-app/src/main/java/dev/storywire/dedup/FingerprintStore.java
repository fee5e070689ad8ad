package dev.storywire.dedup;

import org.jspecify.annotations.Nullable;

/** Where fingerprints of remembered articles are kept, by uri. */
@FunctionalInterface
public interface FingerprintStore {
  /** The fingerprint, or null if the article is not (or no longer) there. */
  @Nullable Fingerprint get(String uri);
}
