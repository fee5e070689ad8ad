package dev.storywire.app.service;

import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.query.NotReadyException;
import dev.storywire.serve.topics.EventLog;
import dev.storywire.serve.topics.LogPosition;
import dev.storywire.topology.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic of story events, with a consumer for each reader of the log. */
final class TopicEventLog implements EventLog {
  private static final Logger LOG = LoggerFactory.getLogger(TopicEventLog.class);

  private final Supplier<TopicReader<String>> connect;
  private final String topic;
  private final JsonSerde<StoryEvent> serde = new JsonSerde<>(StoryEvent.class);

  TopicEventLog(Properties client, String topic) {
    this(() -> reader(client), topic);
  }

  TopicEventLog(Supplier<TopicReader<String>> connect, String topic) {
    this.connect = connect;
    this.topic = topic;
  }

  private static TopicReader<String> reader(Properties client) {
    return TopicReader.withoutGaps(BoundedReads.settings(client, "log"));
  }

  @Override
  public Reader atBeginning() {
    return open(Bounds::first);
  }

  @Override
  public Reader atEnd() {
    return open(Bounds::end);
  }

  @Override
  public Reader at(LogPosition position) {
    return open(
        bounds -> {
          bounds.check(position);
          return position.offsets();
        });
  }

  private Reader open(Function<Bounds, List<Long>> start) {
    TopicReader<String> reader = connect();
    try {
      List<String> topics = List.of(topic);
      List<TopicPartition> partitions =
          reader.partitions(topics).stream()
              .sorted(Comparator.comparingInt(TopicPartition::partition))
              .toList();
      Map<TopicPartition, Long> first = reader.beginnings(topics);
      Map<TopicPartition, Long> end = reader.ends(topics);
      Bounds bounds =
          new Bounds(
              partitions.stream().map(first::get).toList(),
              partitions.stream().map(end::get).toList());
      List<Long> offsets = start.apply(bounds);
      Map<TopicPartition, Long> from = new HashMap<>();
      partitions.forEach(partition -> from.put(partition, offsets.get(partition.partition())));
      reader.seek(from);
      return new PartitionReader(reader, offsets);
    } catch (RuntimeException e) {
      reader.close();
      throw e instanceof KafkaException ? unavailable(e) : e;
    }
  }

  private TopicReader<String> connect() {
    try {
      return connect.get();
    } catch (KafkaException e) {
      throw unavailable(e);
    }
  }

  private static NotReadyException unavailable(RuntimeException cause) {
    return new NotReadyException("The broker does not answer: " + cause.getMessage());
  }

  /** The first and the end offset of each partition. */
  private record Bounds(List<Long> first, List<Long> end) {
    void check(LogPosition position) {
      List<Long> offsets = position.offsets();
      if (offsets.size() != first.size()) {
        throw new IllegalArgumentException(
            "it has %d numbers for %d partitions".formatted(offsets.size(), first.size()));
      }
      for (int i = 0; i < offsets.size(); i++) {
        if (offsets.get(i) > end.get(i)) {
          throw new IllegalArgumentException("it is after the end");
        }
      }
      for (int i = 0; i < offsets.size(); i++) {
        if (offsets.get(i) < first.get(i)) {
          throw new EventsDeletedException(
              "Events after '%s' have been deleted.".formatted(position.encode()));
        }
      }
    }
  }

  private final class PartitionReader implements Reader {
    private final TopicReader<String> reader;
    private final List<Long> next;

    PartitionReader(TopicReader<String> reader, List<Long> from) {
      this.reader = reader;
      this.next = new ArrayList<>(from);
    }

    @Override
    public LogPosition position() {
      return new LogPosition(next);
    }

    @Override
    public List<LoggedEvent> poll(Duration atMost) {
      List<LoggedEvent> events = new ArrayList<>();
      for (ConsumerRecord<String, byte[]> record : reader.poll(atMost)) {
        next.set(record.partition(), record.offset() + 1);
        try {
          StoryEvent event = serde.deserializer().deserialize(topic, record.value());
          events.add(new LoggedEvent(position(), Instant.ofEpochMilli(record.timestamp()), event));
        } catch (SerializationException e) {
          LOG.warn("{}@{} is not a story event and is skipped", topic, record.offset(), e);
        }
      }
      return events;
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
