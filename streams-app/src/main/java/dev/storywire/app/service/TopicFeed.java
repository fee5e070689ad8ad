package dev.storywire.app.service;

import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.Story;
import dev.storywire.serve.catalog.StoryCatalog;
import dev.storywire.serve.query.Catalog;
import dev.storywire.serve.query.ServiceStatus;
import dev.storywire.serve.query.StoryEvents;
import dev.storywire.serve.query.StoryUpdate;
import dev.storywire.topology.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the stories topic like any consumer: the existing snapshots, then the changes. If one poll
 * returns several snapshots of a story, applies only the newest. Maintains the catalog of the
 * stories of all lanes, from committed records only. After an error it reconnects and continues at
 * its last offset.
 */
final class TopicFeed implements StoryEvents, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);
  private static final int MAX_STORIES = 20_000;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final Supplier<TopicReader<String>> connect;
  private final Duration retryAfter;
  private final JsonSerde<Story> serde = new JsonSerde<>(Story.class);
  private final String topic;
  private final StoryCatalog list = new StoryCatalog(MAX_STORIES);
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final List<Consumer<StoryUpdate>> subscribers = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile @Nullable TopicReader<String> reader;
  private volatile @Nullable String failure;
  private volatile boolean closed;

  TopicFeed(Properties client, String topic) {
    this(() -> reader(client), topic, RETRY_AFTER);
  }

  TopicFeed(Supplier<TopicReader<String>> connect, String topic, Duration retryAfter) {
    this.connect = connect;
    this.retryAfter = retryAfter;
    this.topic = topic;
    this.thread = new Thread(this::follow, "storywire-feed");
    thread.setDaemon(true);
    thread.start();
  }

  private static TopicReader<String> reader(Properties client) {
    Properties named = new Properties();
    named.putAll(client);
    named.put(ConsumerConfig.CLIENT_ID_CONFIG, "storywire-feed");
    return TopicReader.ofTextKeys(named);
  }

  /** Returns why the catalog is out of date, in a sentence; empty if it is current. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  Catalog catalog() {
    return list;
  }

  int size() {
    return list.size();
  }

  /** Returns the counts of a lane. */
  ServiceStatus.LaneStatus lane(String name) {
    return list.lane(name, null);
  }

  /** Returns the status of the lanes, given their clocks. */
  List<ServiceStatus.LaneStatus> lanes(Map<String, Instant> clocks) {
    return clocks.entrySet().stream().map(e -> list.lane(e.getKey(), e.getValue())).toList();
  }

  @Override
  public Subscription subscribe(Consumer<StoryUpdate> subscriber) {
    subscribers.add(subscriber);
    return () -> subscribers.remove(subscriber);
  }

  private void follow() {
    while (!closed) {
      try (TopicReader<String> connected = connect.get()) {
        reader = connected;
        read(connected);
      } catch (WakeupException e) {
        LOG.debug("the feed is closed");
      } catch (RuntimeException e) {
        LOG.error("The feed of story changes failed; it reconnects in {}", retryAfter, e);
        failure = "The list of stories is out of date: " + e.getMessage();
        pause();
      }
    }
  }

  private void read(TopicReader<String> connected) {
    Map<TopicPartition, Long> from = connected.beginnings(List.of(topic));
    from.putAll(positions);
    connected.seek(from);
    while (!closed) {
      ConsumerRecords<String, byte[]> records = connected.poll(Duration.ofSeconds(1));
      // the topic is compacted: a snapshot that is already superseded is not needed
      Map<String, ConsumerRecord<String, byte[]>> newest = new LinkedHashMap<>();
      records.forEach(record -> newest.put(record.key(), record));
      newest.values().forEach(this::apply);
      records.forEach(
          record ->
              positions.put(
                  new TopicPartition(record.topic(), record.partition()), record.offset() + 1));
      failure = null;
    }
  }

  private void pause() {
    try {
      Thread.sleep(retryAfter.toMillis());
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private void apply(ConsumerRecord<String, byte[]> record) {
    StoryUpdate update;
    try {
      Story story = serde.deserializer().deserialize(topic, record.value());
      update = story == null ? StoryUpdate.retired(record.key()) : StoryUpdate.of(story);
    } catch (SerializationException e) {
      LOG.warn("{}@{} is not a story and is skipped", topic, record.offset(), e);
      return;
    }
    list.accept(update);
    subscribers.forEach(subscriber -> subscriber.accept(update));
  }

  @Override
  public void close() {
    closed = true;
    TopicReader<String> connected = reader;
    if (connected != null) {
      connected.wakeUp();
    }
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
