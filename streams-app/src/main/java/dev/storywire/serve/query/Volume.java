package dev.storywire.serve.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number of articles by hour in a list of stories, over the last {@link #HOURS} hours.
 *
 * @param hours oldest first; empty if there is no story. The last one has the newest event time.
 * @param eventTime newest event time
 */
public record Volume(List<Hour> hours, @Nullable Instant eventTime) {
  /** Number of hours. */
  public static final int HOURS = 24;

  /** Replaces an absent list by an empty one. */
  public Volume {
    hours = hours == null ? List.of() : List.copyOf(hours);
  }

  /** An hour that begins at {@code from}. */
  public record Hour(Instant from, int articleCount) {}
}
