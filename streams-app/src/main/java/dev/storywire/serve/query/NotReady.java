package dev.storywire.serve.query;

/** Thrown by a query whose store is being moved or restored; asking again later may help. */
public final class NotReady extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A sentence that says what is being waited for. */
  public NotReady(String message) {
    super(message);
  }
}
