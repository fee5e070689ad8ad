package dev.storywire.topology;

import dev.storywire.story.state.LaneOutput;

/**
 * Receives decided and refused records, for metrics. Stream threads call it before the transaction
 * commits: after an abort, records that are decided again are received again. Implementations are
 * thread-safe, return quickly and do not throw.
 */
public interface FlowListener {
  /** Ignores everything. */
  FlowListener NONE =
      new FlowListener() {
        @Override
        public void decided(LaneOutput output) {}

        @Override
        public void refused(String stage, String code) {}
      };

  /** Receives an output of a lane. */
  void decided(LaneOutput output);

  /**
   * Receives the refusal of a record.
   *
   * @param stage stage that refused it, such as {@code prepare}
   * @param code code of the dead letter
   */
  void refused(String stage, String code);

  /** Receives the lane of a late article: one with a higher order key was decided before it. */
  default void late(String lane) {}

  /**
   * Receives the number of records that wait in the order of a lane partition: for their turn, or
   * for the end of their embargo.
   */
  default void waiting(int lanePartition, long records) {}
}
