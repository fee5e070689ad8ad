package dev.storywire.producer.send;

import dev.storywire.schemas.NewsItem;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A writer that records the items, and fails on request. */
public final class RecordingWriter implements ItemWriter {
  public final List<NewsItem> items = new CopyOnWriteArrayList<>();
  public final List<Instant> times = new CopyOnWriteArrayList<>();
  public volatile boolean broken;

  @Override
  public void send(NewsItem item, Instant time, Callback callback) {
    items.add(item);
    times.add(time);
    callback.onCompletion(EncodedItem.of(item).refusal());
  }

  @Override
  public void flush() {
    if (broken) {
      throw new DeliveryException("the broker is gone", new IllegalStateException());
    }
  }

  @Override
  public void close() {}
}
