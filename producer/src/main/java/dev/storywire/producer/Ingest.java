package dev.storywire.producer;

import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.producer.formats.source.StrictSink;
import dev.storywire.producer.send.ItemWriter;
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
 * Reads files, directories and URLs once, from beginning to end, and writes their items to an
 * {@link ItemWriter}. The timestamp of a record is the event time of its item: {@code
 * versionCreated}, else {@code firstCreated}, else {@code contentCreated}. {@link EventTimes}
 * estimates the time of an item without a date.
 */
public final class Ingest {
  private final IngestOptions options;
  private final ItemWriter writer;
  private final IngestProgress progress;
  private final Clock clock;
  private final TreeMap<String, Long> refused = new TreeMap<>();
  private final TreeMap<String, Long> repaired = new TreeMap<>();
  private long sent;

  /** Creates an ingest. Call {@link #run} once. */
  public Ingest(IngestOptions options, ItemWriter writer, IngestProgress progress, Clock clock) {
    this.options = options;
    this.writer = writer;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Reads all inputs.
   *
   * @throws dev.storywire.producer.send.DeliveryException if the items cannot be delivered
   */
  public IngestReport run() {
    List<Inputs.Input> inputs = Inputs.of(options.inputs(), sink(""));
    progress.started(inputs.size(), inputs.stream().mapToLong(Inputs.Input::bytes).sum());
    for (Inputs.Input input : inputs) {
      options.format().read(counted(input.source()), sink(input.source().name()));
    }
    writer.flush();
    synchronized (this) {
      return new IngestReport(sent, refused, repaired);
    }
  }

  private ItemSink sink(String source) {
    ItemSink sink = new Sink(source);
    return options.strict() ? new StrictSink(sink) : sink;
  }

  private synchronized void repair(DocumentRepair repair, String where) {
    repaired.merge(repair.kind().code(), 1L, Long::sum);
    progress.repaired(repair, where);
  }

  private synchronized void count(
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

  /** Writes the items of one source, and counts refusals and repairs. */
  private final class Sink implements ItemSink {
    private final EventTimes times;

    Sink(String source) {
      this.times = new EventTimes(source, clock);
    }

    @Override
    public void item(NewsItem item, String where) {
      EventTimes.EventTime event = times.of(item);
      String estimate = event.estimatedFrom();
      if (estimate != null) {
        String detail =
            "the item has no readable date; its time is " + event.time() + ", " + estimate;
        repair(new DocumentRepair(DocumentRepair.Kind.ESTIMATED_TIME, detail), where);
      }
      writer.send(item, event.time(), refusal -> count(refusal, where));
    }

    @Override
    public void refused(Refusal refusal, String where) {
      count(refusal, where);
    }

    @Override
    public void repaired(DocumentRepair repair, String where) {
      repair(repair, where);
    }

    @Override
    public void documentDate(Instant date) {
      times.documentDate(date);
    }
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
