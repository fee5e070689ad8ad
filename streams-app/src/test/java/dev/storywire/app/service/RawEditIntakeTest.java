package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.producer.send.EditWriter;
import dev.storywire.schemas.Edit;
import dev.storywire.serve.query.NotReadyException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class RawEditIntakeTest {
  private static final Edit UNDO = new Edit.Undo("e2", "en", "Ada Lind", "A mistake", "e1");

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final RawEditIntake edits =
      new RawEditIntake(
          () -> new EditWriter(producer, "storywire.raw"),
          Clock.fixed(Instant.ofEpochMilli(7), ZoneOffset.UTC));

  @Test
  void writesAnEditWithTheTimeOfItsArrival() {
    edits.take(UNDO);
    edits.close();

    assertThat(producer.history()).hasSize(1);
    assertThat(producer.history().get(0).timestamp()).isEqualTo(7);
    assertThat(producer.closed()).isTrue();
  }

  @Test
  void reportsThatItCouldNotBeStoredAndWritesTheNextOne() {
    producer.sendException = new TimeoutException("no broker");
    assertThatThrownBy(() -> edits.take(UNDO))
        .isInstanceOf(NotReadyException.class)
        .hasMessageContaining("no broker");

    producer.sendException = null;
    edits.take(UNDO);
    assertThat(producer.history()).hasSize(1);
  }

  @Test
  void doesNotConnectWithoutAnEdit() {
    new RawEditIntake(
            () -> {
              throw new AssertionError("connected");
            },
            Clock.systemUTC())
        .close();
  }
}
