package dev.storywire.story.prepare;

/** Thrown for an item whose preparation would exceed {@link WorkLimits}. */
public final class TooCostlyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  TooCostlyException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** One sentence for the dead letter. */
  public String reason() {
    return reason;
  }
}
