package dev.storywire.producer.follow;

import dev.storywire.producer.send.ItemWriter;
import java.time.Duration;
import java.util.Optional;

/** A source that is polled, by one thread at a time. */
interface FollowedSource {
  /** Returns the delay that the rate limit of the host imposes on the next poll. */
  Duration throttleDelay();

  /** Sends new items. Returns the delay until the next poll; empty if there is none. */
  Optional<Duration> poll(ItemWriter writer) throws InterruptedException;

  SourceCounters counts();
}
