package dev.storywire.replay;

import org.jspecify.annotations.Nullable;

/** An error of a replay that the operator can correct. The message is a sentence. */
public final class ReplayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReplayException(String message) {
    super(message);
  }

  ReplayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
