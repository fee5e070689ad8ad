package dev.storywire.topology;

import dev.storywire.schemas.Topic;
import dev.storywire.topology.stores.StateStores;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Reads from the internal topics of a service which articles it has read but not decided. The
 * service need not be running. Used by one thread.
 */
public final class UndecidedArticles implements AutoCloseable {
  private static final Duration WAIT = Duration.ofMillis(100);

  private final Admin admin;
  private final String prepared;
  private final String changelog;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<Bytes, Article> held = new HashMap<>();

  /** Creates a reader for the service with an application id and a topic prefix. */
  public UndecidedArticles(
      Admin admin, Map<String, String> client, String applicationId, String prefix) {
    this.admin = admin;
    this.prepared = Topic.PREPARED.name(prefix);
    this.changelog = applicationId + "-" + StateStores.ORDER + "-changelog";
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("allow.auto.create.topics", "false");
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", "false");
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** An article, identified by the partition and offset of its raw record. */
  public record Article(int partition, long offset) {}

  /** Returns the articles that wait in the order step. */
  public Set<Article> held() {
    Map<TopicPartition, Long> ends = ends(changelog);
    ends.keySet().forEach(partition -> positions.putIfAbsent(partition, 0L));
    positions.putAll(read(positions, ends, this::restore));
    return Set.copyOf(held.values());
  }

  /** Returns the articles on the prepared topic at these offsets, by partition, or later. */
  public Set<Article> prepared(List<Long> from) {
    Map<TopicPartition, Long> ends = ends(prepared);
    Map<TopicPartition, Long> begin =
        ends.keySet().stream()
            .collect(Collectors.toMap(partition -> partition, p -> from.get(p.partition())));
    Set<Article> articles = new HashSet<>();
    read(
        begin,
        ends,
        record -> {
          if (PreparedRecord.decode(record.value()) instanceof PreparedRecord.Article item) {
            articles.add(new Article(item.partition(), item.offset()));
          }
        });
    return articles;
  }

  private void restore(ConsumerRecord<byte[], byte[]> record) {
    Bytes key = Bytes.wrap(record.key());
    if (record.value() == null) {
      held.remove(key);
    } else if (PreparedRecord.decode(record.value()) instanceof PreparedRecord.Article item) {
      held.put(key, new Article(item.partition(), item.offset()));
    }
  }

  private Map<TopicPartition, Long> read(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Map<TopicPartition, Long> reached = new HashMap<>(from);
    Set<TopicPartition> open = new HashSet<>();
    to.forEach(
        (partition, end) -> {
          if (reached.getOrDefault(partition, 0L) < end) {
            open.add(partition);
          }
        });
    consumer.assign(open);
    open.forEach(partition -> consumer.seek(partition, reached.getOrDefault(partition, 0L)));
    while (!open.isEmpty()) {
      consumer.poll(WAIT).forEach(reader);
      consumer.assignment().forEach(p -> reached.put(p, consumer.position(p)));
      open.removeIf(p -> reached.getOrDefault(p, 0L) >= to.getOrDefault(p, 0L));
    }
    return reached;
  }

  /** Returns the end offsets, including open transactions. */
  private Map<TopicPartition, Long> ends(String topic) {
    Map<TopicPartition, OffsetSpec> asked =
        consumer.partitionsFor(topic).stream()
            .collect(
                Collectors.toMap(
                    p -> new TopicPartition(topic, p.partition()), p -> OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    try {
      Map<TopicPartition, ListOffsetsResultInfo> answers = admin.listOffsets(asked).all().get();
      answers.forEach((partition, info) -> ends.put(partition, info.offset()));
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("cannot read the ends of " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return ends;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
