package dev.storywire.replay;

import dev.storywire.story.prepare.OrderKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/** Sorts raw records of a history of any size on disk by their order keys. Used by one thread. */
final class SortedRecords implements AutoCloseable {
  /** Marker key, which sorts before all order keys. */
  private static final byte[] COMPLETE = new byte[0];

  static {
    RocksDB.loadLibrary();
  }

  private final Options options = new Options().setCreateIfMissing(true);
  // after a crash the records are read again from the start, so that no log is needed
  private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
  private final RocksDB records;

  private SortedRecords(Path directory) throws RocksDBException {
    records = RocksDB.open(options, directory.toString());
  }

  /** Opens the records of a directory, which may be empty. */
  static SortedRecords open(Path directory) {
    try {
      Files.createDirectories(directory);
      return new SortedRecords(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("the directory " + directory + " cannot be used", e);
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  void add(HistoryRecord record) {
    try {
      records.put(unlogged, record.sortKey(), record.encode());
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  void remove(HistoryRecord record) {
    try {
      records.delete(unlogged, record.sortKey());
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  /** Marks the records durably as complete. */
  void markComplete() {
    try (FlushOptions flush = new FlushOptions().setWaitForFlush(true)) {
      records.flush(flush);
      records.put(COMPLETE, new byte[0]);
      records.flush(flush);
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  boolean isComplete() {
    try {
      return records.get(COMPLETE) != null;
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  void clear() {
    byte[] afterAll = new byte[16];
    Arrays.fill(afterAll, (byte) -1);
    try {
      records.deleteRange(COMPLETE, afterAll);
    } catch (RocksDBException e) {
      throw failed(e);
    }
  }

  /** Returns a cursor over the records in order. */
  Cursor read() {
    return new Cursor(records.newIterator());
  }

  @Override
  public void close() {
    records.close();
    unlogged.close();
    options.close();
  }

  private static IllegalStateException failed(RocksDBException e) {
    return new IllegalStateException("the replay's records cannot be kept on disk", e);
  }

  /** A cursor over the records. */
  static final class Cursor implements AutoCloseable {
    private final RocksIterator iterator;

    private Cursor(RocksIterator iterator) {
      this.iterator = iterator;
      iterator.seek(new byte[1]);
    }

    boolean hasNext() {
      return iterator.isValid();
    }

    /** Returns the order time of the next record, epoch ms. */
    long time() {
      return OrderKey.orderTime(iterator.key());
    }

    void skip() {
      iterator.next();
    }

    HistoryRecord next() {
      HistoryRecord record = HistoryRecord.decode(iterator.value());
      iterator.next();
      return record;
    }

    @Override
    public void close() {
      iterator.close();
    }
  }
}
