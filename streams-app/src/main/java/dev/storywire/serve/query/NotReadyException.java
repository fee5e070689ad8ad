package dev.storywire.serve.query;

/**
 * Thrown by a query while its store is being moved or restored. The query may be repeated later.
 */
public final class NotReadyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with a message for the client. */
  public NotReadyException(String message) {
    super(message);
  }
}
