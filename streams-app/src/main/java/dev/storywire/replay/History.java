package dev.storywire.replay;

import dev.storywire.replay.ReplayLog.Origin;
import dev.storywire.replay.ReplayLog.Position;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;

/**
 * Copies a history to the raw topic of a replay: first all of it to {@link SortedRecords}, which
 * defines the order, then from there in transactions. After a crash it continues where it was.
 */
public final class History implements AutoCloseable {
  private static final int BATCH = 1_000;
  private static final long BATCH_BYTES = 8L * 1024 * 1024;

  private final ReplayLog log;
  private final Clock clock;
  private final RawWriter copy;
  private final SortedRecords spool;
  private Position position;

  private History(ReplayLog log, RawWriter copy, SortedRecords spool, Clock clock) {
    this.log = log;
    this.copy = copy;
    this.spool = spool;
    this.clock = clock;
    this.position = log.position();
  }

  /**
   * Starts or resumes a replay.
   *
   * @param origin the origin of the history
   * @param directory directory of the replay
   * @throws ReplayException if a replay with this name was started with another origin
   */
  public static History open(
      Admin admin,
      Map<String, String> client,
      ReplayName name,
      Origin origin,
      Path directory,
      Clock clock) {
    ReplayLog log = new ReplayLog(admin, client, name.prefix());
    RawWriter copy = new RawWriter(client, name);
    try {
      log.origin()
          .ifPresentOrElse(
              known -> OriginCheck.check(name, known, origin), () -> log.begin(origin, copy));
      return new History(log, copy, SortedRecords.open(directory.resolve("history")), clock);
    } catch (RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  /** Returns the end offsets of the source at the start of the replay. */
  public List<Long> until() {
    return log.origin().orElseThrow().until();
  }

  /** Returns the position. */
  public Position position() {
    return position;
  }

  /**
   * Reads the history to disk, if that is not complete yet. Omits records that are under an
   * embargo, since they can have no results yet.
   *
   * @throws ReplayException if a part of a different history has been copied
   */
  public void fill(HistorySource source) {
    if (position.complete() || (position.total() >= 0 && spool.isComplete())) {
      return;
    }
    Origin origin = log.origin().orElseThrow();
    Predicate<HistoryRecord> isInRange = inRange(origin);
    Predicate<HistoryRecord> isOmitted = omitted();
    long[] total = {0};
    List<String> left = new ArrayList<>();
    spool.clear();
    source.forEach(
        record -> {
          if (!isInRange.test(record)) {
            return;
          }
          if (isOmitted.test(record)) {
            left.add(record.position());
          } else {
            spool.add(record);
            total[0]++;
          }
        });
    if (position.total() >= 0 && position.total() != total[0]) {
      throw new ReplayException(
          "the history has %,d records now, and had %,d when this replay was started: reset the replay"
              .formatted(total[0], position.total()));
    }
    spool.markComplete();
    write(List.of(), new Position(position.copied(), total[0], origin.until(), left));
  }

  /** Returns a test for the event times of the history. */
  private static Predicate<HistoryRecord> inRange(Origin origin) {
    long from = origin.from() == null ? Long.MIN_VALUE : origin.from().toEpochMilli();
    long to = origin.to() == null ? Long.MAX_VALUE : origin.to().toEpochMilli();
    return record -> record.timestamp() >= from && record.timestamp() < to;
  }

  /** Returns a test for embargoes. When a replay is resumed, the same records are omitted again. */
  private Predicate<HistoryRecord> omitted() {
    Set<String> before = Set.copyOf(position.left());
    boolean isFirstRun = position.total() < 0;
    long now = clock.millis();
    return record -> before.contains(record.position()) || (isFirstRun && record.embargoedAt(now));
  }

  /** Copies the remaining records and reports the number of copied records to {@code progress}. */
  public void copy(ReplaySpeed speed, LongConsumer progress) throws InterruptedException {
    try (SortedRecords.Cursor cursor = spool.read()) {
      for (long skipped = 0; skipped < position.copied() && cursor.hasNext(); skipped++) {
        cursor.skip();
      }
      while (!position.complete()) {
        List<HistoryRecord> batch = nextBatch(cursor, speed);
        if (!batch.isEmpty()) {
          write(
              batch,
              new Position(
                  position.copied() + batch.size(),
                  position.total(),
                  position.next(),
                  position.left()));
        }
        progress.accept(position.copied());
      }
    }
    spool.clear();
  }

  /** Reads the records that are due, up to the size of a batch. */
  private static List<HistoryRecord> nextBatch(SortedRecords.Cursor cursor, ReplaySpeed speed)
      throws InterruptedException {
    List<HistoryRecord> batch = new ArrayList<>();
    long bytes = 0;
    while (batch.size() < BATCH
        && bytes < BATCH_BYTES
        && cursor.hasNext()
        && speed.await(cursor.time())) {
      HistoryRecord record = cursor.next();
      batch.add(record);
      bytes += record.value() == null ? 0 : record.value().length;
    }
    return batch;
  }

  /** Writes records and the position after them, in one transaction. */
  private void write(List<HistoryRecord> batch, Position after) {
    copy.copy(batch, log.entry(after));
    position = after;
  }

  @Override
  public void close() {
    spool.close();
    copy.close();
  }
}
