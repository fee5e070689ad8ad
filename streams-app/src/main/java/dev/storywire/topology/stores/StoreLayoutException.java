package dev.storywire.topology.stores;

import org.jspecify.annotations.Nullable;

/** The stores were written by a release with another layout. */
public final class StoreLayoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  StoreLayoutException(@Nullable Long found, long expected) {
    this(
        "The stores have %s; this release reads layout %d. Replay and promote: see \"Upgrades\" in docs/operations.md."
            .formatted(found == null ? "an older layout" : "layout " + found, expected));
  }

  private StoreLayoutException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** Returns the message, which names the cause and the remedy. */
  public String sentence() {
    return sentence;
  }
}
