package dev.storywire.producer.follow;

import dev.storywire.producer.send.Outlet;
import java.time.Duration;
import java.util.Optional;

/** Something that is looked at again and again, by one thread at a time. */
interface FollowedSource {
  /** How long to wait until it is this one's turn. */
  Duration turn();

  /** Takes what is new; says when to look again, or never. */
  Optional<Duration> look(Outlet outlet) throws InterruptedException;

  SourceCounts counts();
}
