package dev.storywire.producer.follow;

import java.time.Duration;
import java.util.Random;

/**
 * Computes the delay until the next poll: the interval after a success, doubled after each
 * consecutive failure up to a maximum. Jitter of 10 % spreads the polls of many feeds.
 */
final class Backoff {
  private static final double JITTER = 0.1;

  private final Duration interval;
  private final Duration max;
  private final Random random;
  private int failures;

  Backoff(Duration interval, Duration max, long seed) {
    this.interval = interval;
    this.max = max;
    this.random = new Random(seed);
  }

  Duration afterSuccess() {
    failures = 0;
    return jittered(interval);
  }

  Duration afterFailure() {
    failures = Math.min(failures + 1, 20);
    Duration longer = interval.multipliedBy(1L << failures);
    return jittered(longer.compareTo(max) > 0 ? max : longer);
  }

  private Duration jittered(Duration time) {
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofMillis(Math.round(time.toMillis() * factor));
  }
}
