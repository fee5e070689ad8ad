package dev.storywire.producer.follow;

import dev.storywire.producer.fetch.FetchLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Options of following.
 *
 * @param feeds URLs of the feeds; only these and public URLs that they redirect to are requested
 * @param directories directories into which agencies deliver files
 * @param state directory for the state of the sources
 * @param interval time between two polls of a feed
 * @param dropInterval time between two polls of a directory; a file must be unchanged for this time
 * @param hostPause shortest time between two requests to one host
 * @param maxBackoff longest delay after repeated failures
 */
public record FollowOptions(
    List<URI> feeds,
    List<Path> directories,
    Path state,
    Duration interval,
    Duration dropInterval,
    Duration hostPause,
    Duration maxBackoff,
    FetchLimits limits) {
  /** Copies the lists. */
  public FollowOptions {
    feeds = List.copyOf(feeds);
    directories = List.copyOf(directories);
  }

  /**
   * Returns the default options: one poll per minute, at most one request per second and host, and
   * a delay of at most one hour after failures.
   */
  public static FollowOptions of(FollowTargets targets, Path state) {
    return new FollowOptions(
        targets.feeds(),
        targets.directories(),
        state,
        Duration.ofMinutes(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(1),
        Duration.ofHours(1),
        FetchLimits.DEFAULT);
  }
}
