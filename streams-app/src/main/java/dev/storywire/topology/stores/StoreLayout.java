package dev.storywire.topology.stores;

import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The layout version of the stores of a partition, kept in the store of lanes. A release that reads
 * another layout refuses the stores when it starts, instead of at the first record that it cannot
 * decode.
 */
final class StoreLayout {
  /** Ends in a character that no lane name contains. */
  static final String KEY = "layout" + KafkaLaneStore.ORDER;

  private final KeyValueStore<String, Long> lanes;
  private boolean isWritten;

  /**
   * Checks the layout of stores.
   *
   * @throws StoreLayoutException if a release with another layout wrote them
   */
  StoreLayout(KeyValueStore<String, Long> lanes) {
    this.lanes = lanes;
    Long layout = lanes.get(KEY);
    this.isWritten = layout != null;
    if (layout == null ? !isEmpty() : layout != SmileSerde.LAYOUT) {
      throw new StoreLayoutException(layout, SmileSerde.LAYOUT);
    }
  }

  /** Writes the layout of new stores with their first change. */
  void write() {
    if (!isWritten) {
      lanes.put(KEY, (long) SmileSerde.LAYOUT);
      isWritten = true;
    }
  }

  private boolean isEmpty() {
    try (KeyValueIterator<String, Long> all = lanes.all()) {
      return !all.hasNext();
    }
  }
}
