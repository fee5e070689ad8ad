package dev.storywire.producer.send;

import dev.storywire.schemas.NewsItem;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An outlet that keeps what it takes, and can be told to fail. */
public final class Received implements Outlet {
  public final List<NewsItem> items = new CopyOnWriteArrayList<>();
  public final List<Instant> times = new CopyOnWriteArrayList<>();
  public volatile boolean broken;

  @Override
  public void send(NewsItem item, Instant time, Receipt receipt) {
    items.add(item);
    times.add(time);
    receipt.done(EncodedItem.of(item).refusal());
  }

  @Override
  public void flush() {
    if (broken) {
      throw new OutletException("the broker is gone", new IllegalStateException());
    }
  }

  @Override
  public void close() {}
}
