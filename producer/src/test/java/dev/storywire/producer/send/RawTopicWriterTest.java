package dev.storywire.producer.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RawTopicWriterTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final RawTopicWriter topic = new RawTopicWriter(producer, "storywire.raw");
  private final List<String> outcomes = new ArrayList<>();

  @Test
  void keysByUriAndReportsAcknowledgedItems() throws IOException {
    send("body", NOON);

    assertThat(outcomes).isEmpty();
    producer.completeNext();
    assertThat(outcomes).containsExactly("in");
    ProducerRecord<byte[], byte[]> record = producer.history().get(0);
    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("urn:x:1");
    assertThat(record.timestamp()).isEqualTo(NOON.toEpochMilli());
    assertThat(Json.mapper().readValue(record.value(), NewsItem.class))
        .isEqualTo(NewsItems.of("urn:x:1", "body"));
  }

  @Test
  void refusesAnOversizeItemBeforeSending() {
    send("x".repeat(5 << 20), NOON);

    assertThat(outcomes).containsExactly("too-large");
    assertThat(producer.history()).isEmpty();
  }

  @Test
  void refusesAnItemThatTheBrokerRefusesAndContinues() {
    send("a", NOON);
    producer.errorNext(new RecordTooLargeException("too large"));
    send("b", NOON);
    producer.completeNext();

    assertThat(outcomes).containsExactly("too-large", "in");
  }

  @Test
  void failsIfTheBrokerIsUnavailable() {
    send("a", NOON);
    producer.errorNext(new TimeoutException("no broker"));

    assertThatThrownBy(topic::flush)
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("storywire.raw")
        .hasMessageContaining("no broker");
    assertThat(outcomes).isEmpty();
  }

  @Test
  void replacesTimesBeforeTheEpoch() {
    send("a", Instant.parse("1954-05-06T18:00:00Z"));

    assertThat(producer.history().get(0).timestamp()).isZero();
  }

  private void send(String body, Instant time) {
    topic.send(NewsItems.of("urn:x:1", body), time, this::record);
  }

  private void record(@Nullable Refusal refusal) {
    outcomes.add(refusal == null ? "in" : refusal.code());
  }
}
