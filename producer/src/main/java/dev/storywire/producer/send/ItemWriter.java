package dev.storywire.producer.send;

import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes items in order. Used by one thread. */
public interface ItemWriter extends AutoCloseable {
  /**
   * Called once for each item when it has been delivered or refused, possibly by another thread.
   */
  @FunctionalInterface
  interface Callback {
    /** Reports the result; {@code refusal} is null if the item was delivered. */
    void onCompletion(@Nullable Refusal refusal);
  }

  /**
   * Sends one item. Blocks while the buffer is full.
   *
   * @param time event time: the timestamp of the record
   * @throws DeliveryException if the destination is not available
   */
  void send(NewsItem item, Instant time, Callback callback);

  /**
   * Waits until all items sent so far have been delivered or refused.
   *
   * @throws DeliveryException if the destination is not available
   */
  void flush();

  @Override
  void close();
}
