package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

class StreamFailuresTest {
  private final Throwable full =
      new StreamsException(
          new ProcessorStateException(
              "Error while putting key in store articles",
              new RocksDBException(
                  new Status(Status.Code.IOError, Status.SubCode.NoSpace, "while appending"))));

  private final AtomicLong free = new AtomicLong(0);
  private final List<Throwable> stopped = new ArrayList<>();
  private final StreamFailures failures =
      new StreamFailures(
          new DiskSpace(Path.of("/data/stores"), free::get), Duration.ofMillis(5), stopped::add);

  @AfterEach
  void close() {
    failures.close();
  }

  @Test
  void replacesThreadsThatFailedOnAFullDiskWhenThereIsRoom() throws Exception {
    CompletableFuture<StreamThreadExceptionResponse> one = fail(full);
    CompletableFuture<StreamThreadExceptionResponse> two = fail(full);
    awaitDiskFull();
    assertThat(failures.diskFull())
        .hasValue(
            "The disk of /data/stores is full;"
                + " the instance continues when it has 64 MB of free space.");

    free.set(DiskSpace.ENOUGH_BYTES);
    assertThat(one.get(1, TimeUnit.MINUTES))
        .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    assertThat(two.get(1, TimeUnit.MINUTES))
        .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    assertThat(failures.diskFull()).isEmpty();
    assertThat(stopped).isEmpty();
  }

  @Test
  void endsTheWaitWhenTheServiceIsClosed() throws Exception {
    CompletableFuture<StreamThreadExceptionResponse> waiting = fail(full);
    awaitDiskFull();
    failures.close();
    assertThat(waiting.get(1, TimeUnit.MINUTES))
        .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(stopped).isEmpty();
  }

  @Test
  void replacesAThreadThatWaitedTooLongForTheBrokers() {
    Throwable timeout =
        new StreamsException(
            "Exception caught in process",
            new TimeoutException("Topic storywire.prepared not present in metadata"));
    assertThat(failures.handle(timeout)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    assertThat(failures.diskFull()).isEmpty();
    assertThat(stopped).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        InvalidTxnStateException.class,
        InvalidPidMappingException.class,
        TransactionAbortableException.class,
        TransactionAbortedException.class
      })
  void replacesAThreadWhoseTransactionTheBrokersHaveEnded(Class<? extends ApiException> kind)
      throws Exception {
    Throwable ended =
        new StreamsException(
            "Error encountered trying to commit a transaction",
            kind.getConstructor(String.class).newInstance("the state is COMPLETE_ABORT"));
    assertThat(failures.handle(ended)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    assertThat(stopped).isEmpty();
  }

  @Test
  void stopsTheServiceAfterAnyOtherFailure() {
    Throwable other = new StreamsException(new IllegalStateException("a bug"));
    assertThat(failures.handle(other)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(stopped).containsExactly(other);
  }

  @Test
  void recognisesAFullDiskByTheErrorOfAFileToo() {
    assertThat(
            StreamFailures.isDiskFull(
                new StreamsException(new IOException("write failed: No space left on device"))))
        .isTrue();
    assertThat(StreamFailures.isDiskFull(new IOException("Too many open files"))).isFalse();
    assertThat(StreamFailures.isDiskFull(new RocksDBException("closed"))).isFalse();
  }

  private CompletableFuture<StreamThreadExceptionResponse> fail(Throwable cause) {
    return CompletableFuture.supplyAsync(() -> failures.handle(cause));
  }

  private void awaitDiskFull() throws InterruptedException {
    while (failures.diskFull().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }
}
