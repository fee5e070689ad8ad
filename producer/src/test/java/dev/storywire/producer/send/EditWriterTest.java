package dev.storywire.producer.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.schemas.Edit;
import dev.storywire.schemas.EditReader;
import java.time.Instant;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class EditWriterTest {
  private static final Edit UNDO = new Edit.Undo("e2", "en", "Ada Lind", "A mistake", "e1");

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final EditWriter writer = new EditWriter(producer, "storywire.raw");

  @Test
  void writesARecordThatTheServiceTakesAsAnEdit() throws InterruptedException {
    writer.send(UNDO, Instant.ofEpochMilli(7));

    assertThat(producer.history()).hasSize(1);
    ProducerRecord<byte[], byte[]> record = producer.history().get(0);
    assertThat(record.topic()).isEqualTo("storywire.raw");
    assertThat(record.timestamp()).isEqualTo(7);
    assertThat(record.key()).asString().isEqualTo("e2");
    assertThat(EditReader.isEdit(record.headers())).isTrue();
    assertThat(EditReader.read(record.value())).isEqualTo(new EditReader.Read(UNDO));
  }

  @Test
  void reportsThatTheBrokersDoNotAcceptIt() {
    producer.sendException = new KafkaException("not authorized");

    assertThatThrownBy(() -> writer.send(UNDO, Instant.EPOCH))
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("storywire.raw")
        .hasMessageContaining("not authorized");
  }
}
