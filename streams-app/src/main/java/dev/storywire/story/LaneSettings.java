package dev.storywire.story;

import java.time.Duration;

/**
 * How long a lane waits and remembers, in event time.
 *
 * @param closeAfter a story without a new article for this long closes
 * @param remember an article, or a story without a new article, is forgotten after this long
 * @param withdrawCopies whether the copies of a killed original are withdrawn too, not only flagged
 */
public record LaneSettings(Duration closeAfter, Duration remember, boolean withdrawCopies) {
  /** Four days, thirty days, flagged only. */
  public static LaneSettings defaults() {
    return new LaneSettings(Duration.ofDays(4), Duration.ofDays(30), false);
  }
}
