package dev.storywire.app.service;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles failures of stream threads. A thread that waited too long for the brokers, or whose
 * transaction they have ended meanwhile, is replaced: the new one continues after the last
 * transaction that was committed. While the disk of the stores is full, a failed thread waits
 * first; if this takes long, other instances take over its lanes. Any other failure stops the
 * service.
 */
final class StreamFailures implements StreamsUncaughtExceptionHandler, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamFailures.class);

  private final DiskSpace room;
  private final Duration interval;
  private final Consumer<Throwable> stop;
  private int waiting;
  private boolean closed;

  /**
   * Creates a handler.
   *
   * @param interval time between two checks of a full disk
   * @param stop stops the service after another failure
   */
  StreamFailures(DiskSpace room, Duration interval, Consumer<Throwable> stop) {
    this.room = room;
    this.interval = interval;
    this.stop = stop;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable cause) {
    if (isTimeout(cause)) {
      LOG.warn(
          "A stream thread waited too long for the brokers and is replaced: {}",
          root(cause).toString());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (isTransactionEnded(cause)) {
      LOG.warn(
          "The brokers ended the transaction of a stream thread, which is replaced: {}",
          root(cause).toString());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (isDiskFull(cause)) {
      return awaitFreeSpace()
          ? StreamThreadExceptionResponse.REPLACE_THREAD
          : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.error("A stream thread failed; the service stops", cause);
    stop.accept(cause);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** Describes the full disk in a sentence. Empty if no thread waits for disk space. */
  synchronized Optional<String> diskFull() {
    return waiting == 0 ? Optional.empty() : Optional.of(room.sentence());
  }

  /** Ends the waits. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  /**
   * Returns true if the brokers did not answer in time. A producer that does not know a topic yet
   * waits for a minute only, whatever the timeout of tasks.
   */
  private static boolean isTimeout(Throwable cause) {
    Throwable root = root(cause);
    return root instanceof TimeoutException || root instanceof DisconnectException;
  }

  /**
   * Returns true if the brokers do not accept the transaction of a thread any more. This happens
   * when brokers or the instance hang for longer than the timeout of transactions: the brokers
   * abort the transaction, or forget the producer, and Kafka Streams handles only some of the
   * errors to which this leads.
   */
  private static boolean isTransactionEnded(Throwable cause) {
    Throwable root = root(cause);
    return root instanceof InvalidTxnStateException
        || root instanceof TransactionAbortableException
        || root instanceof TransactionAbortedException
        || root instanceof ApplicationRecoverableException;
  }

  private static Throwable root(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** Returns true if the failure of a store was caused by a full disk. */
  static boolean isDiskFull(@Nullable Throwable cause) {
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof RocksDBException store
          && store.getStatus() != null
          && store.getStatus().getSubCode() == Status.SubCode.NoSpace) {
        return true;
      }
      String message = e.getMessage();
      if (message != null && message.contains("No space left on device")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Waits until there is enough space on the disk. Returns false if the service is closed first.
   */
  private synchronized boolean awaitFreeSpace() {
    if (waiting++ == 0) {
      LOG.error(room.sentence());
    }
    try {
      do { // at least once: another disk may be the full one, and a replaced thread fails again
        wait(interval.toMillis());
      } while (!closed && !room.suffices());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting--;
    }
    if (waiting == 0 && !closed) {
      LOG.warn("The disk has free space again; the instance continues");
    }
    return !closed;
  }
}
