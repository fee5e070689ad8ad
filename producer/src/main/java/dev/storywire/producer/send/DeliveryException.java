package dev.storywire.producer.send;

/** Thrown if items can no longer be delivered. The message is for the operator. */
public final class DeliveryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with its cause. */
  public DeliveryException(String message, Throwable cause) {
    super(message, cause);
  }
}
