package dev.storywire.topology;

import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.TopicReader;
import dev.storywire.topology.stores.EncodedArticle;
import dev.storywire.topology.stores.StateStores;
import java.nio.charset.StandardCharsets;
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
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/**
 * Finds the articles and edits that a service has read but not decided, from its internal topics.
 * The service need not be running. Used by one thread.
 */
public final class UndecidedArticles implements AutoCloseable {
  private final Admin admin;
  private final String prepared;
  private final String changelog;
  private final TopicReader<byte[]> reader;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<Held, PreparedRecord.Ordered> held = new HashMap<>();

  /** Creates a reader for the service with an application id and a topic prefix. */
  public UndecidedArticles(
      Admin admin, Map<String, String> client, String applicationId, String prefix) {
    this.admin = admin;
    this.prepared = Topic.PREPARED.name(prefix);
    this.changelog = applicationId + "-" + StateStores.ORDER + "-changelog";
    this.reader = TopicReader.ofBinaryKeys(client);
  }

  /** An article or edit, identified by the partition and offset of its raw record. */
  public record Article(int partition, long offset) {}

  /** An article in the order step of a lane partition. */
  private record Held(int lanePartition, Bytes orderKey) {}

  /**
   * Returns the articles that wait in the order step, in any lane partition. An article that
   * concerns all lanes waits in each.
   */
  public Set<Article> held() {
    readHeld();
    return held.values().stream()
        .map(UndecidedArticles::article)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Returns the articles that their own lanes have not decided. Other lanes may still have to
   * process those that concern all lanes, without a separate result.
   *
   * @param from offsets up to which the service has read the prepared topic, by partition
   */
  public Set<Article> undecided(List<Long> from) {
    Set<Article> articles = new HashSet<>();
    Map<TopicPartition, Long> ends = ends(prepared);
    Map<TopicPartition, Long> begin =
        ends.keySet().stream()
            .collect(Collectors.toMap(partition -> partition, p -> from.get(p.partition())));
    reader.read(
        begin,
        ends,
        record -> {
          if (PreparedRecord.decode(record.value()) instanceof PreparedRecord.Ordered item
              && isOwnLane(item, record.partition(), from.size())) {
            articles.add(article(item));
          }
        });
    readHeld();
    held.forEach(
        (place, item) -> {
          if (isOwnLane(item, place.lanePartition(), from.size())) {
            articles.add(article(item));
          }
        });
    return articles;
  }

  private static boolean isOwnLane(PreparedRecord.Ordered item, int partition, int partitions) {
    if (item instanceof PreparedRecord.ArticleSignature) {
      return false;
    }
    if (!(item instanceof PreparedRecord.Article article)) {
      return true; // an edit goes to its own lane only
    }
    String lane = EncodedArticle.of(article.payload()).article().lane();
    return LanePartitioner.partition(lane.getBytes(StandardCharsets.UTF_8), partitions)
        == partition;
  }

  private static Article article(PreparedRecord.Ordered item) {
    return new Article(item.partition(), item.offset());
  }

  private void readHeld() {
    Map<TopicPartition, Long> ends = ends(changelog);
    reader.read(positions, ends, this::restore);
    positions.putAll(ends);
  }

  private void restore(ConsumerRecord<byte[], byte[]> record) {
    Held place = new Held(record.partition(), Bytes.wrap(record.key()));
    if (record.value() == null) {
      held.remove(place);
    } else if (PreparedRecord.decode(record.value()) instanceof PreparedRecord.Ordered item) {
      held.put(place, item);
    }
  }

  /** Returns the end offsets, including open transactions. */
  private Map<TopicPartition, Long> ends(String topic) {
    Map<TopicPartition, OffsetSpec> asked =
        reader.partitions(List.of(topic)).stream()
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
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
    reader.close();
  }
}
