package dev.storywire.producer.formats.source;

import dev.storywire.schemas.Refusal;

/** Thrown if an input is refused; carries the code and the reason. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** Creates an exception with a {@link Refusal}. */
  public RefusedException(String code, String reason) {
    super(reason);
    this.refusal = new Refusal(code, reason);
  }

  /** Returns the code and the reason. */
  public Refusal refusal() {
    return refusal;
  }
}
