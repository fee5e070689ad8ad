package dev.storywire.serve.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The status of one instance, or of all instances together.
 *
 * @param instance host:port of the instance; "all" for the combined status
 * @param message sentence for the operator
 * @param eventTime newest event time; absent before the first article
 * @param lag number of records that the service has not read yet: raw records, and prepared records
 *     of the lanes; -1 if unknown
 * @param counts sums over the lanes: {@code articles}, {@code stories}, {@code openStories}
 * @param lanes the lanes of the instance
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

  /** Replaces absent collections by empty ones. */
  public ServiceStatus {
    counts = counts == null ? Map.of() : Map.copyOf(counts);
    lanes = lanes == null ? List.of() : List.copyOf(lanes);
    unanswered = unanswered == null ? List.of() : List.copyOf(unanswered);
  }

  /** The state of an instance. */
  public enum State {
    /** The instance has not joined the group yet. */
    STARTING(true, false),
    /** Lanes are being moved or restored. */
    REBALANCING(true, false),
    /** The instance processes records and answers queries. */
    RUNNING(true, true),
    /**
     * The brokers do not answer, or the list of stories is out of date. The instance continues by
     * itself when they answer.
     */
    DISCONNECTED(true, false),
    /** A store cannot be written; the instance continues by itself when the disk has room. */
    DISK_FULL(true, false),
    /** The instance runs, but does not read unread records. */
    STALLED(false, false),
    /** The instance is shutting down. */
    STOPPING(true, false),
    /** The instance was stopped by an error. */
    FAILED(false, false);

    private final boolean live;
    private final boolean ready;

    State(boolean live, boolean ready) {
      this.live = live;
      this.ready = ready;
    }

    /** Returns false if the instance has to be restarted. */
    public boolean live() {
      return live;
    }

    /** Returns true if queries are answered. */
    public boolean ready() {
      return ready;
    }
  }

  /** Returns the sums over lanes. */
  public static Map<String, Long> counts(Collection<LaneStatus> lanes) {
    return Map.of(
        "articles", lanes.stream().mapToLong(LaneStatus::articles).sum(),
        "stories", lanes.stream().mapToLong(LaneStatus::stories).sum(),
        "openStories", lanes.stream().mapToLong(LaneStatus::openStories).sum());
  }

  /**
   * The status of a lane.
   *
   * @param stories number of its stories
   * @param openStories number of its open stories
   * @param articles number of articles in its stories
   */
  public record LaneStatus(
      String lane, long stories, long openStories, long articles, @Nullable Instant eventTime) {}
}
