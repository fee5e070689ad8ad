package dev.storywire.serve.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an instance, or all of them together, are.
 *
 * @param instance host:port by which the others know it; "all" for the sum
 * @param message one sentence that a person on call can use
 * @param eventTime newest event time seen; absent before the first article
 * @param lag raw records not yet read; -1 where unknown
 * @param counts e.g. {@code articles}, {@code copies}, {@code stories}, {@code deadLetters}
 * @param lanes the lanes decided here
 * @param unanswered instances that did not answer in time
 */
public record ServiceStatus(
    String version,
    String instance,
    State state,
    String message,
    @Nullable Instant eventTime,
    long lag,
    Map<String, Long> counts,
    List<LaneStatus> lanes,
    List<String> unanswered) {

  /** Makes absent parts empty. */
  public ServiceStatus {
    counts = counts == null ? Map.of() : Map.copyOf(counts);
    lanes = lanes == null ? List.of() : List.copyOf(lanes);
    unanswered = unanswered == null ? List.of() : List.copyOf(unanswered);
  }

  /** Where an instance is in its life. */
  public enum State {
    /** Not yet joined. */
    STARTING(true, false),
    /** Lanes are being moved or restored. */
    REBALANCING(true, false),
    /** At work. */
    RUNNING(true, true),
    /** Running, but what it has read does not move. */
    STALLED(false, false),
    /** Going down as asked. */
    STOPPING(true, false),
    /** Stopped by an error. */
    FAILED(false, false);

    private final boolean live;
    private final boolean ready;

    State(boolean live, boolean ready) {
      this.live = live;
      this.ready = ready;
    }

    /** False where only a restart can help. */
    public boolean live() {
      return live;
    }

    /** True where queries are answered. */
    public boolean ready() {
      return ready;
    }
  }

  /**
   * One lane.
   *
   * @param stories stories it holds
   * @param openStories those that take articles
   * @param articles articles it remembers
   */
  public record LaneStatus(
      String lane, long stories, long openStories, long articles, @Nullable Instant eventTime) {}
}
