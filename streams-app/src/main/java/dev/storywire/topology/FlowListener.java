package dev.storywire.topology;

import dev.storywire.story.LaneOutput;

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
}
