package dev.storywire.serve.topics;

import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.query.NotReadyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The log of the events of all stories: {@code storywire.story-events}. The events of a story are
 * in order. Positions are the same on every instance.
 *
 * <p>The methods that open the log throw {@link NotReadyException} if the broker does not answer.
 */
public interface EventLog {
  /** Opens the log at its first event. */
  Reader atBeginning();

  /** Opens the log after its last event. */
  Reader atEnd();

  /**
   * Opens the log at a position.
   *
   * @throws IllegalArgumentException if the log never had this position
   * @throws EventsDeletedException if events after it have been deleted
   */
  Reader at(LogPosition position);

  /** Reads the log. Used by one thread. */
  interface Reader extends AutoCloseable {
    /** Returns the position after the last event that was returned or skipped. */
    LogPosition position();

    /**
     * Returns the next events, or none if none arrived in time. Throws an exception if events have
     * been deleted before they were read.
     */
    List<LoggedEvent> poll(Duration atMost);

    @Override
    void close();
  }

  /**
   * An event in the log.
   *
   * @param next the position after it
   * @param written when it was appended
   */
  record LoggedEvent(LogPosition next, Instant written, StoryEvent event) {}

  /** Thrown if events after a position have been deleted, so that a reader would miss them. */
  final class EventsDeletedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EventsDeletedException(String message) {
      super(message);
    }
  }
}
