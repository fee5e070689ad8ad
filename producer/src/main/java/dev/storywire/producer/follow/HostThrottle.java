package dev.storywire.producer.follow;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Limits the rate of requests to each host, whatever the number of its feeds. */
final class HostThrottle {
  private final Duration pause;
  private final Map<String, Instant> free = new HashMap<>();

  HostThrottle(Duration pause) {
    this.pause = pause;
  }

  /**
   * Reserves the next request to the host of {@code url} and returns the delay until it may be
   * sent.
   */
  synchronized Duration reserve(URI url, Instant now) {
    String host = String.valueOf(url.getAuthority());
    Instant turn = free.getOrDefault(host, now);
    Instant at = turn.isBefore(now) ? now : turn;
    free.put(host, at.plus(pause));
    return Duration.between(now, at);
  }
}
