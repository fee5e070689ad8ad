package dev.storywire.app.service;

import dev.storywire.producer.send.DeliveryException;
import dev.storywire.producer.send.EditWriter;
import dev.storywire.schemas.Edit;
import dev.storywire.serve.query.EditIntake;
import dev.storywire.serve.query.NotReady;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes edits to the raw topic, with the time at which they arrive. Connects with the first edit.
 */
final class RawEdits implements EditIntake, AutoCloseable {
  private final Supplier<EditWriter> connect;
  private final Clock clock;
  private @Nullable EditWriter raw;

  RawEdits(Supplier<EditWriter> connect, Clock clock) {
    this.connect = connect;
    this.clock = clock;
  }

  @Override
  public void take(Edit edit) {
    try {
      writer().send(edit, clock.instant());
    } catch (DeliveryException e) {
      throw new NotReady("The edit could not be stored: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotReady("The service is stopping.");
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
