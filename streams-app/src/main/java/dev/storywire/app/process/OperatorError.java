package dev.storywire.app.process;

import org.jspecify.annotations.Nullable;

/**
 * An error that the operator can correct: a port in use, an unreachable broker, an invalid setting.
 * The message is a sentence that names the cause and the remedy. It is printed without a stack
 * trace, and the process exits with {@link Exit#FAILED}.
 */
public final class OperatorError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** Creates an error. */
  public OperatorError(String message) {
    this(message, null);
  }

  /** Creates an error with its cause. */
  public OperatorError(String message, @Nullable Throwable cause) {
    this(message, cause, Exit.FAILED);
  }

  private OperatorError(String message, @Nullable Throwable cause, int exitCode) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Creates an error in a setting or an option: nothing was started. */
  public static OperatorError usage(String message, @Nullable Throwable cause) {
    return new OperatorError(message, cause, Exit.USAGE);
  }

  /** Returns the exit code of the process. */
  public int exitCode() {
    return exitCode;
  }
}
