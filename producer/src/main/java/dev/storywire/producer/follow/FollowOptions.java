package dev.storywire.producer.follow;

import dev.storywire.producer.fetch.FetchLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to follow, and how eagerly.
 *
 * @param feeds addresses to ask; they alone, and public ones they redirect to, are asked
 * @param directories where agencies drop files
 * @param state directory that remembers what was taken
 * @param interval between two askings of one feed
 * @param dropInterval between two looks at a directory; a file must lie still for one
 * @param hostPause between two requests to one host
 * @param maxBackoff longest pause after repeated failure
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

  /** Asks every minute, one request a second to a host, and at least every hour after failures. */
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
