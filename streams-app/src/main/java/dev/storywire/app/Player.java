package dev.storywire.app;

import dev.storywire.producer.send.Outlet;
import dev.storywire.schemas.NewsItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays items in the order and the rhythm in which the wire carried them, or faster. */
final class Player {
  /** Without waiting. */
  static final int AS_FAST_AS_POSSIBLE = 0;

  private static final Logger LOG = LoggerFactory.getLogger(Player.class);

  private final Outlet outlet;
  private final int speed;
  private final Clock clock;

  /** Plays so many seconds of the wire in a second, or {@link #AS_FAST_AS_POSSIBLE}. */
  Player(Outlet outlet, int speed, Clock clock) {
    this.outlet = outlet;
    this.speed = speed;
    this.clock = clock;
  }

  /** Returns when all are safely in. */
  void play(List<NewsItem> items) throws InterruptedException {
    Instant began = clock.instant();
    Instant first = time(items.get(0));
    for (NewsItem item : items) {
      if (speed != AS_FAST_AS_POSSIBLE) {
        Duration into = Duration.between(first, time(item)).dividedBy(speed);
        Duration wait = Duration.between(clock.instant(), began.plus(into));
        TimeUnit.NANOSECONDS.sleep(Math.max(0, wait.toNanos()));
      }
      outlet.send(
          item,
          time(item),
          refusal -> {
            if (refusal != null) {
              LOG.error("{} was refused: {}", item.uri(), refusal.reason());
            }
          });
    }
    outlet.flush();
  }

  private static Instant time(NewsItem item) {
    return Objects.requireNonNull(item.versionCreated(), item.uri());
  }
}
