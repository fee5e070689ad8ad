package dev.storywire.app.find;

import dev.storywire.app.broker.Brokers;
import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.TopicReader;
import dev.storywire.topology.stores.StateStores;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads every record of a service that the broker still returns: its topics and the changelogs of
 * its stores, including records that compaction has not deleted yet and records of aborted
 * transactions. A record of an aborted transaction counts as a later one of its key: the service
 * writes the key again when it repeats the transaction.
 */
final class TopicSearch {
  private final Admin admin;
  private final Map<String, String> client;
  private final String prefix;
  private final String applicationId;

  TopicSearch(Admin admin, Map<String, String> client, String prefix, String applicationId) {
    this.admin = admin;
    this.client = client;
    this.prefix = prefix;
    this.applicationId = applicationId;
  }

  /** Returns the existing topics of the service, those of the contract first. */
  List<String> topics() {
    Set<String> existing = Brokers.await(admin.listTopics().names());
    return Stream.concat(
            Arrays.stream(Topic.values()).map(topic -> topic.name(prefix)),
            StateStores.names().stream().map(store -> applicationId + "-" + store + "-changelog"))
        .filter(existing::contains)
        .toList();
  }

  /** Returns true if a topic keeps the latest record of each key only. */
  private boolean isCompacted(String topic) {
    return topic.endsWith("-changelog")
        || Arrays.stream(Topic.values())
            .anyMatch(
                known ->
                    known.name(prefix).equals(topic) && known.cleanup() == Topic.Cleanup.COMPACT);
  }

  /** Returns the records of a topic that contain the text, in order within each partition. */
  List<TextMatch> search(String topic, TextQuery query) {
    Found found = new Found(query, isCompacted(topic));
    try (TopicReader<byte[]> reader = TopicReader.ofAllRecords(client)) {
      List<String> topics = List.of(topic);
      Map<TopicPartition, Long> beginnings = reader.beginnings(topics);
      reader.read(beginnings, reader.ends(topics), found::add);
    }
    return found.occurrences();
  }

  /** The occurrences in one topic, and which of them are replaced by later records. */
  private static final class Found {
    private final TextQuery query;
    private final boolean isCompacted;
    private final List<TextMatch> occurrences = new ArrayList<>();

    /** Index of the latest occurrence of each key, until another record replaces it. */
    private final Map<Bytes, Integer> current = new HashMap<>();

    Found(TextQuery query, boolean isCompacted) {
      this.query = query;
      this.isCompacted = isCompacted;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
      Integer before = record.key() == null ? null : current.remove(Bytes.wrap(record.key()));
      if (before != null && isCompacted) {
        occurrences.set(before, with(occurrences.get(before), TextMatch.Kind.REPLACED));
      }
      boolean isTombstone = isCompacted && record.value() == null;
      if (!isTombstone && query.matches(record.key(), record.value())) {
        if (record.key() != null) {
          current.put(Bytes.wrap(record.key()), occurrences.size());
        }
        occurrences.add(
            new TextMatch(
                record.topic(),
                record.partition(),
                record.offset(),
                key(record.key()),
                Instant.ofEpochMilli(record.timestamp()),
                isCompacted ? TextMatch.Kind.CURRENT : TextMatch.Kind.RETAINED));
      }
    }

    List<TextMatch> occurrences() {
      return List.copyOf(occurrences);
    }

    private static TextMatch with(TextMatch found, TextMatch.Kind kind) {
      return new TextMatch(
          found.topic(), found.partition(), found.offset(), found.key(), found.timestamp(), kind);
    }

    private static String key(byte @Nullable [] key) {
      return key == null
          ? ""
          : new String(key, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}|\uFFFD", " ").strip();
    }
  }
}
