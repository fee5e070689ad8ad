package dev.storywire.story.prepare;

/** Thrown for an item that would take more work than {@link WorkLimits} or a lane allows. */
public final class TooCostlyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * Creates the exception.
   *
   * @param reason one sentence that names the limit that was exceeded
   */
  public TooCostlyException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Returns the reason for the dead letter. */
  public String reason() {
    return reason;
  }
}
