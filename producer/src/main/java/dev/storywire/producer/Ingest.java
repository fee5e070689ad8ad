package dev.storywire.producer;

import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.send.Outlet;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads files, directories and URLs once, from beginning to end, into an {@link Outlet}. A record's
 * time is the item's own (event time): when this version was made, else when the first was; an item
 * that names none gets the time of reading.
 */
public final class Ingest {
  private final IngestOptions options;
  private final Outlet outlet;
  private final IngestProgress progress;
  private final Clock clock;
  private final TreeMap<String, Long> refused = new TreeMap<>();
  private long sent;

  /** An ingest, to be {@link #run} once. */
  public Ingest(IngestOptions options, Outlet outlet, IngestProgress progress, Clock clock) {
    this.options = options;
    this.outlet = outlet;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Reads it all.
   *
   * @throws dev.storywire.producer.send.OutletException if the items cannot be delivered
   */
  public IngestReport run() {
    ItemSink sink =
        new ItemSink() {
          @Override
          public void item(NewsItem item, String where) {
            outlet.send(item, time(item), refusal -> receipt(refusal, where));
          }

          @Override
          public void refused(Refusal refusal, String where) {
            receipt(refusal, where);
          }
        };
    List<Inputs.Input> inputs = Inputs.of(options.inputs(), sink);
    progress.started(inputs.size(), inputs.stream().mapToLong(Inputs.Input::bytes).sum());
    for (Inputs.Input input : inputs) {
      options.format().read(counted(input.source()), sink);
    }
    outlet.flush();
    synchronized (this) {
      return new IngestReport(sent, refused);
    }
  }

  /** Event time; never after now, since nothing can have been carried yet that is to come. */
  private Instant time(NewsItem item) {
    Instant now = clock.instant();
    Instant own = item.versionCreated() != null ? item.versionCreated() : item.firstCreated();
    return own == null || own.isAfter(now) ? now : own;
  }

  private synchronized void receipt(
      @org.jspecify.annotations.Nullable Refusal refusal, String where) {
    if (refusal == null) {
      sent++;
      progress.sent();
    } else {
      refused.merge(refusal.code(), 1L, Long::sum);
      progress.refused(refusal, where);
    }
  }

  private Source counted(Source source) {
    return new Source(
        source.name(),
        source.id(),
        source.contentType(),
        () -> new Counted(source.opener().open()));
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      if (count > 0) {
        synchronized (Ingest.this) {
          progress.read(count);
        }
      }
      return count;
    }
  }
}
