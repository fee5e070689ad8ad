package dev.storywire.replay;

import dev.storywire.producer.Ingest;
import dev.storywire.producer.IngestOptions;
import dev.storywire.producer.IngestProgress;
import dev.storywire.producer.IngestReport;
import dev.storywire.producer.send.EncodedItem;
import dev.storywire.producer.send.ItemWriter;
import dev.storywire.schemas.NewsItem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A history from files, directories and URLs: the raw records that an ingest would create. */
public final class FileHistory implements HistorySource {
  private final IngestOptions options;
  private final IngestProgress progress;

  /** Creates a history with these options. */
  public FileHistory(IngestOptions options, IngestProgress progress) {
    this.options = options;
    this.progress = progress;
  }

  @Override
  public void forEach(Consumer<HistoryRecord> reader) {
    try (ItemWriter writer = new Collected(reader)) {
      IngestReport unused = new Ingest(options, writer, progress, Clock.systemUTC()).run();
    }
  }

  private static final class Collected implements ItemWriter {
    private final Consumer<HistoryRecord> reader;
    private long count;

    Collected(Consumer<HistoryRecord> reader) {
      this.reader = reader;
    }

    @Override
    public void send(NewsItem item, Instant time, Callback callback) {
      EncodedItem value = EncodedItem.of(item);
      if (value.refusal() == null) {
        byte[] key = item.uri().getBytes(StandardCharsets.UTF_8);
        long timestamp = Math.max(0, time.toEpochMilli());
        reader.accept(new HistoryRecord(0, count++, timestamp, key, value.bytes(), List.of()));
      }
      callback.onCompletion(value.refusal());
    }

    @Override
    public void flush() {
      // nothing is buffered
    }

    @Override
    public void close() {
      // there are no resources
    }
  }
}
