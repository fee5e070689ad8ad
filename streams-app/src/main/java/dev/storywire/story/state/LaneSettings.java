package dev.storywire.story.state;

import java.time.Duration;

/**
 * The time windows of a lane, in event time, and its rule for copies.
 *
 * @param closeAfter time without a new article after which a story closes
 * @param remember time after which an article, or a story without a new article, expires
 * @param withdrawCopies true if the copies of a killed original are withdrawn too, not only marked
 * @param linksLanes true if stories of different lanes about the same event are linked
 */
public record LaneSettings(
    Duration closeAfter, Duration remember, boolean withdrawCopies, boolean linksLanes) {
  /** Returns the default settings: four days, thirty days, copies only marked, linked lanes. */
  public static LaneSettings defaults() {
    return new LaneSettings(Duration.ofDays(4), Duration.ofDays(30), false, true);
  }
}
