package dev.storywire.app.demo;

import dev.storywire.producer.send.ItemWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends items in their order and with their intervals, or faster. */
public final class Player {
  /** The speed that does not wait between items. */
  public static final int AS_FAST_AS_POSSIBLE = 0;

  private static final Logger LOG = LoggerFactory.getLogger(Player.class);

  private final ItemWriter writer;
  private final int speed;
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * Creates a player.
   *
   * @param speed seconds of event time per second, or {@link #AS_FAST_AS_POSSIBLE}
   */
  public Player(ItemWriter writer, int speed, Clock clock) {
    this.writer = writer;
    this.speed = speed;
    this.clock = clock;
  }

  /** Makes {@link #play} return soon, without sending the remaining items. */
  void stop() {
    stopped.countDown();
  }

  /** Sends all items. Returns when the brokers have acknowledged them. */
  public void play(List<SampleDay.Sent> wire) throws InterruptedException {
    Instant began = clock.instant();
    Instant first = wire.get(0).at();
    for (SampleDay.Sent sent : wire) {
      if (speed != AS_FAST_AS_POSSIBLE) {
        Duration into = Duration.between(first, sent.at()).dividedBy(speed);
        Duration wait = Duration.between(clock.instant(), began.plus(into));
        if (stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
          break;
        }
      }
      writer.send(
          sent.item(),
          sent.at(),
          refusal -> {
            if (refusal != null) {
              LOG.error("{} was refused: {}", sent.item().uri(), refusal.reason());
            }
          });
    }
    writer.flush();
  }
}
