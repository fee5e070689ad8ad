package dev.storywire.app.service;

import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.Story;
import dev.storywire.serve.catalog.StoryCatalog;
import dev.storywire.serve.query.ServiceStatus;
import dev.storywire.serve.query.StoryEvents;
import dev.storywire.serve.query.StoryPage;
import dev.storywire.serve.query.StoryQuery;
import dev.storywire.serve.query.StoryUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the stories topic as any subscriber would: first all that stands on it, then what
 * changes. Keeps the list of stories that the page shows, of all lanes, and only what is committed.
 */
final class TopicFeed implements StoryEvents, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);
  private static final int LISTED = 20_000;

  private final KafkaConsumer<String, byte[]> consumer;
  private final JsonSerde<Story> serde = new JsonSerde<>(Story.class);
  private final String topic;
  private final StoryCatalog list = new StoryCatalog(LISTED);
  private final List<Consumer<StoryUpdate>> subscribers = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean closed;

  TopicFeed(Properties client, String topic) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "storywire-feed");
    this.consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    this.topic = topic;
    this.thread = new Thread(this::follow, "storywire-feed");
    thread.setDaemon(true);
    thread.start();
  }

  StoryPage page(StoryQuery query) {
    return list.page(query);
  }

  int size() {
    return list.size();
  }

  /** These lanes, given each one's clock, with the stories listed of each. */
  List<ServiceStatus.LaneStatus> lanes(Map<String, Instant> clocks) {
    return clocks.entrySet().stream().map(e -> list.lane(e.getKey(), e.getValue())).toList();
  }

  @Override
  public Subscription subscribe(Consumer<StoryUpdate> subscriber) {
    subscribers.add(subscriber);
    return () -> subscribers.remove(subscriber);
  }

  private void follow() {
    try (consumer) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closed) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          hear(record);
        }
      }
    } catch (WakeupException e) {
      LOG.debug("the feed is closed");
    } catch (RuntimeException e) {
      LOG.error("The feed of story changes has stopped; the page no longer updates", e);
    }
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    StoryUpdate update;
    try {
      Story story = serde.deserializer().deserialize(topic, record.value());
      update = story == null ? StoryUpdate.retired(record.key()) : StoryUpdate.of(story);
    } catch (SerializationException e) {
      LOG.warn("{}@{} is no story and is left out", topic, record.offset(), e);
      return;
    }
    list.accept(update);
    subscribers.forEach(subscriber -> subscriber.accept(update));
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
