package dev.storywire.replay;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The speed of a replay: the ratio of event time to wall-clock time. */
public final class ReplaySpeed {
  private static final double NO_WAITING = Double.POSITIVE_INFINITY;

  private final double speed;
  private final InstantSource clock;
  private long began = -1;
  private long first;

  private ReplaySpeed(double speed, InstantSource clock) {
    this.speed = speed;
    this.clock = clock;
  }

  /**
   * Parses a speed.
   *
   * @param speed {@code max}, or seconds of event time per second: 1, 600, 0.5
   * @throws ReplayException if it is invalid
   */
  public static ReplaySpeed of(String speed, InstantSource clock) {
    if (speed.equals("max")) {
      return new ReplaySpeed(NO_WAITING, clock);
    }
    try {
      double times = Double.parseDouble(speed);
      if (times > 0 && times < NO_WAITING) {
        return new ReplaySpeed(times, clock);
      }
    } catch (NumberFormatException e) {
      // not a number: refused below
    }
    throw new ReplayException(
        "the speed '" + speed + "' is neither max nor a number above 0, such as 600");
  }

  /**
   * Waits for an event time, ms, but only for a short time. Returns true if the time has been
   * reached.
   */
  boolean await(long time) throws InterruptedException {
    if (began < 0) {
      began = clock.millis();
      first = time;
    }
    long wait = began + (long) ((time - first) / speed) - clock.millis();
    if (wait > 0) {
      TimeUnit.MILLISECONDS.sleep(Math.min(wait, 100));
    }
    return wait <= 0;
  }
}
