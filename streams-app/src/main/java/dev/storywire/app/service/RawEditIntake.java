package dev.storywire.app.service;

import dev.storywire.producer.send.DeliveryException;
import dev.storywire.producer.send.EditWriter;
import dev.storywire.schemas.Edit;
import dev.storywire.serve.query.EditIntake;
import dev.storywire.serve.query.NotReadyException;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes edits to the raw topic, with the time at which they arrive. Connects with the first edit.
 */
final class RawEditIntake implements EditIntake, AutoCloseable {
  private final Supplier<EditWriter> connect;
  private final Clock clock;
  private @Nullable EditWriter raw;

  RawEditIntake(Supplier<EditWriter> connect, Clock clock) {
    this.connect = connect;
    this.clock = clock;
  }

  @Override
  public void take(Edit edit) {
    try {
      writer().send(edit, clock.instant());
    } catch (DeliveryException e) {
      throw new NotReadyException("The edit could not be stored: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotReadyException("The service is stopping.");
    }
  }

  private synchronized EditWriter writer() {
    EditWriter connected = raw;
    if (connected == null) {
      connected = connect.get();
      raw = connected;
    }
    return connected;
  }

  @Override
  public synchronized void close() {
    if (raw != null) {
      raw.close();
    }
  }
}
