package dev.storywire.story.prepare;

import dev.storywire.schemas.Refusal;

/**
 * Thrown for an item that becomes a dead letter: it has no visible text, or it would take more work
 * than {@link WorkLimits} or a lane allows.
 */
public final class RefusedItemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** Creates the exception with the code and the reason of its {@link #refusal}. */
  public RefusedItemException(String code, String reason) {
    super(reason);
    this.refusal = new Refusal(code, reason);
  }

  /** Returns why the item is refused. */
  public Refusal refusal() {
    return refusal;
  }
}
