package dev.storywire.serve.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of one instance, or of all of them together.
 *
 * @param instance host:port by which the others know it; "all" for the sum
 * @param message one sentence that a person on call can use
 * @param eventTime newest event time seen; absent before the first article
 * @param lag raw records not yet read; -1 where unknown
 * @param counts sums over the lanes: {@code articles}, {@code stories}, {@code openStories}
 * @param lanes the lanes known here
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
    /** Reading and answering. */
    RUNNING(true, true),
    /** The list of stories is not kept current; the instance reconnects by itself. */
    DISCONNECTED(true, false),
    /** Running, but unread records are not being read. */
    STALLED(false, false),
    /** Stopping as requested. */
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

  /** Returns the sums over lanes, so that counts and lanes never contradict each other. */
  public static Map<String, Long> counts(Collection<LaneStatus> lanes) {
    return Map.of(
        "articles", lanes.stream().mapToLong(LaneStatus::articles).sum(),
        "stories", lanes.stream().mapToLong(LaneStatus::stories).sum(),
        "openStories", lanes.stream().mapToLong(LaneStatus::openStories).sum());
  }

  /**
   * One lane.
   *
   * @param stories stories it holds
   * @param openStories those that take articles
   * @param articles articles in its stories
   */
  public record LaneStatus(
      String lane, long stories, long openStories, long articles, @Nullable Instant eventTime) {}
}
