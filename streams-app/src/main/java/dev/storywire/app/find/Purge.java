package dev.storywire.app.find;

import dev.storywire.app.broker.Brokers;
import dev.storywire.schemas.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Deletes records that contain the text, as far as that is safe. Kafka deletes the records of a
 * partition only up to an offset, with all earlier ones.
 */
final class Purge {
  private final Admin admin;
  private final String prefix;
  private final String applicationId;
  private final boolean withEarlier;

  /**
   * Creates a purge.
   *
   * @param withEarlier true to delete all earlier records of the partitions of {@code raw} and
   *     {@code dead-letters}, too
   */
  Purge(Admin admin, String prefix, String applicationId, boolean withEarlier) {
    this.admin = admin;
    this.prefix = prefix;
    this.applicationId = applicationId;
    this.withEarlier = withEarlier;
  }

  /**
   * Purges the occurrences in one topic. Returns the actions, and the reasons why records remain.
   */
  List<String> run(String topic, List<TextMatch> occurrences) {
    if (occurrences.stream().noneMatch(found -> found.kind() == TextMatch.Kind.RETAINED)) {
      return compacted(topic, occurrences);
    }
    if (topic.equals(Topic.STORY_EVENTS.name(prefix))) {
      return List.of(topic + " keeps its events: consumers need each of them.");
    }
    Map<TopicPartition, Long> until = until(occurrences);
    if (topic.equals(Topic.PREPARED.name(prefix)) || withEarlier) {
      return delete(topic, until);
    }
    return List.of(
        ("%s: Kafka deletes a record only with all earlier ones of its partition, here %,d records."
                + " --with-earlier-records deletes them; a replay then lacks them.")
            .formatted(topic, count(until)));
  }

  private static List<String> compacted(String topic, List<TextMatch> occurrences) {
    long current =
        occurrences.stream().filter(found -> found.kind() == TextMatch.Kind.CURRENT).count();
    List<String> done = new ArrayList<>();
    if (current > 0) {
      done.add(
          "%s: %,d records are current. Send a kill of the article; the service then replaces them."
              .formatted(topic, current));
    }
    if (current < occurrences.size()) {
      done.add(
          "%s: %,d records are replaced. The next compaction deletes them."
              .formatted(topic, occurrences.size() - current));
    }
    return done;
  }

  /** Deletes the records that the service has read. */
  private List<String> delete(String topic, Map<TopicPartition, Long> until) {
    List<String> done = new ArrayList<>();
    Map<TopicPartition, Long> deletions = new HashMap<>(until);
    if (!topic.equals(Topic.DEAD_LETTERS.name(prefix))) {
      Map<TopicPartition, Long> read = read();
      deletions.entrySet().removeIf(end -> read.getOrDefault(end.getKey(), 0L) < end.getValue());
    }
    until.keySet().stream()
        .filter(partition -> !deletions.containsKey(partition))
        .forEach(
            partition ->
                done.add(
                    partition + ": the service has not read the record yet; try again later."));
    if (!deletions.isEmpty()) {
      long records = count(deletions);
      Map<TopicPartition, RecordsToDelete> offsets = new HashMap<>();
      deletions.forEach((key, offset) -> offsets.put(key, RecordsToDelete.beforeOffset(offset)));
      Brokers.await(admin.deleteRecords(offsets).all());
      done.add("%s: deleted %,d records.".formatted(topic, records));
    }
    return done;
  }

  /** Returns the offsets that the service has committed. */
  private Map<TopicPartition, Long> read() {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    Map<TopicPartition, OffsetAndMetadata> committed =
        Brokers.await(
            admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
    committed.forEach(
        (partition, offset) -> {
          if (offset != null) {
            offsets.put(partition, offset.offset());
          }
        });
    return offsets;
  }

  /** Returns the number of records before these offsets. */
  private long count(Map<TopicPartition, Long> until) {
    Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
    until.keySet().forEach(partition -> earliest.put(partition, OffsetSpec.earliest()));
    long first =
        Brokers.await(admin.listOffsets(earliest).all()).values().stream()
            .mapToLong(info -> info.offset())
            .sum();
    return until.values().stream().mapToLong(Long::longValue).sum() - first;
  }

  private static Map<TopicPartition, Long> until(List<TextMatch> occurrences) {
    Map<TopicPartition, Long> until = new HashMap<>();
    for (TextMatch found : occurrences) {
      TopicPartition partition = new TopicPartition(found.topic(), found.partition());
      until.merge(partition, found.offset() + 1, Math::max);
    }
    return until;
  }
}
