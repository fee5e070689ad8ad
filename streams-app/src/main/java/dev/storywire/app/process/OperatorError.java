package dev.storywire.app.process;

import org.jspecify.annotations.Nullable;

/**
 * An error that the operator can correct: a port in use, an unreachable broker, an invalid setting.
 * The message is a sentence that names the cause and the remedy. It is printed without a stack
 * trace, and the process exits with {@link Exit#FAILED}.
 */
public final class OperatorError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an error. */
  public OperatorError(String message) {
    super(message);
  }

  /** Creates an error with its cause. */
  public OperatorError(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
