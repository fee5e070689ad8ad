package dev.storywire.producer.follow;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Spaces the requests to each host, however many feeds it has. */
final class HostPace {
  private final Duration pause;
  private final Map<String, Instant> free = new HashMap<>();

  HostPace(Duration pause) {
    this.pause = pause;
  }

  /** Books the next turn at the host of {@code url}: how long until it comes. */
  synchronized Duration book(URI url, Instant now) {
    String host = String.valueOf(url.getAuthority());
    Instant turn = free.getOrDefault(host, now);
    Instant at = turn.isBefore(now) ? now : turn;
    free.put(host, at.plus(pause));
    return Duration.between(now, at);
  }
}
