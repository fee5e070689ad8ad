package dev.storywire.app.process;

import org.jspecify.annotations.Nullable;

/**
 * Something that only the operator can put right: a port in use, a broker that does not answer, a
 * wrong setting. Its message is a sentence that names the offender and what would be right; it is
 * printed alone, without a stack trace, and the process ends with {@link Exit#FAILED}.
 */
public final class OperatorError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error that a check of ours found. */
  public OperatorError(String message) {
    super(message);
  }

  /** An error that somebody else reported. */
  public OperatorError(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
