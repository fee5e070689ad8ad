package dev.storywire.faults.history;

import dev.storywire.faults.history.GeneratedHistory.Sent;
import dev.storywire.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a history to the raw topic. Each record is acknowledged before the next is sent, so that
 * none is late, even if the broker fails.
 */
public final class HistoryWriter implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final Thread thread;
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  private HistoryWriter(Map<String, String> client, String topic, List<Sent> history, Pace pace) {
    Map<String, Object> settings = new TreeMap<>(client);
    settings.put("linger.ms", "0");
    settings.put("delivery.timeout.ms", "600000");
    settings.put("reconnect.backoff.max.ms", "500");
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    this.thread = new Thread(() -> write(topic, history, pace), "history-writer");
    thread.start();
  }

  /** Starts to write. */
  public static HistoryWriter start(
      Map<String, String> client, String prefix, List<Sent> history, Pace pace) {
    return new HistoryWriter(client, Topic.RAW.name(prefix), history, pace);
  }

  public int sent() {
    return sent.get();
  }

  /** Waits until all records are acknowledged. */
  public void await() throws InterruptedException {
    thread.join();
    Exception broken = failure.get();
    if (broken != null) {
      throw new IllegalStateException("the writer failed", broken);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    producer.close();
  }

  private void write(String topic, List<Sent> history, Pace pace) {
    try {
      for (Sent record : history) {
        pace.await(sent.get(), record);
        byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
        long at = record.at().toEpochMilli();
        var unused =
            producer.send(new ProducerRecord<>(topic, null, at, key, record.value())).get();
        sent.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      failure.set(e);
    }
  }
}
