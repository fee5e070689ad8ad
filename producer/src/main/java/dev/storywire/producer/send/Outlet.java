package dev.storywire.producer.send;

import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes items in, in order; used by one thread. */
public interface Outlet extends AutoCloseable {
  /** Told, once for each item, what became of it; possibly on another thread. */
  @FunctionalInterface
  interface Receipt {
    /** {@code refusal} is null if the item is safely in. */
    void done(@Nullable Refusal refusal);
  }

  /**
   * Takes one item. Waits while the far side is busy.
   *
   * @param time the record's timestamp: when the wire carried it
   * @throws OutletException if the far side cannot be reached any more
   */
  void send(NewsItem item, Instant time, Receipt receipt);

  /**
   * Returns when all items before have their receipts.
   *
   * @throws OutletException if the far side cannot be reached any more
   */
  void flush();

  @Override
  void close();
}
