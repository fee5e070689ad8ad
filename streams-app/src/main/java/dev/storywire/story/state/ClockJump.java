package dev.storywire.story.state;

import java.time.Duration;

/**
 * A jump of the lane clock that waits for confirmation: articles in succession that are so far
 * ahead of the clock that one of them may have a wrong date. They are decided at their own times,
 * and the clock stays until they are confirmed.
 *
 * @param time order time of the latest one
 * @param source hash of its source
 * @param count number of different order times
 * @param isConfirmed true if two sources, or {@value #CONFIRMING_ARTICLES} articles, agree
 */
public record ClockJump(long time, int source, int count, boolean isConfirmed) {
  /**
   * Maximum advance of the clock without confirmation: as long as a weekend without news, and less
   * than the windows in which articles are compared.
   */
  public static final Duration MAX_UNCONFIRMED = Duration.ofDays(3);

  /** Number of successive articles that confirm a jump without a second source. */
  public static final int CONFIRMING_ARTICLES = 10;

  /** Returns true if an order time needs confirmation. The first article of a lane needs none. */
  public static boolean isNeeded(long clock, long time) {
    return clock != Long.MIN_VALUE && time - clock > MAX_UNCONFIRMED.toMillis();
  }

  /** Returns the jump with its first article. */
  public static ClockJump first(long time, String source) {
    return new ClockJump(time, source.hashCode(), 1, false);
  }

  /** Returns the jump with the next article. Several articles of one time count as one. */
  public ClockJump plus(long nextTime, String nextSource) {
    int hash = nextSource.hashCode();
    boolean isAnotherSource =
        hash != source && Math.abs(nextTime - time) <= MAX_UNCONFIRMED.toMillis();
    int number = nextTime == time ? count : count + 1;
    return new ClockJump(nextTime, hash, number, isAnotherSource || number >= CONFIRMING_ARTICLES);
  }
}
