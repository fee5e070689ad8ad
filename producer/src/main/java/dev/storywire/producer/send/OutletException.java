package dev.storywire.producer.send;

/** The outlet takes nothing any more; the message says what an operator would look at. */
public final class OutletException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the failure behind it. */
  public OutletException(String message, Throwable cause) {
    super(message, cause);
  }
}
