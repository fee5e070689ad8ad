package dev.storywire.producer.formats.source;

import dev.storywire.schemas.Refusal;

/** Input that cannot become an item; carries the code and the sentence that say why. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** See {@link Refusal}. */
  public RefusedException(String code, String reason) {
    super(reason);
    this.refusal = new Refusal(code, reason);
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
