package dev.storywire.app.service;

import dev.storywire.schemas.EditReader;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.NewsItemReader;
import dev.storywire.schemas.PubStatus;
import dev.storywire.serve.topics.ArticleVersions;
import dev.storywire.text.clean.CleanArticle;
import dev.storywire.text.clean.Cleaner;
import dev.storywire.topology.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Finds versions of an article on the raw topic: for each time, it reads the records around the
 * first offset with that time, in the partition of the key. The service keeps no earlier text.
 */
final class TopicVersions implements ArticleVersions {
  /** Number of records that are read before an offset: a late record has an earlier time. */
  static final int RECORDS_BEFORE = 100;

  /**
   * Number of records that are read after an offset, since the timestamps of a partition need not
   * be in order.
   */
  static final int RECORDS_AFTER = 400;

  private static final int MAX_TIMES = 8;

  private final BoundedReads reads;
  private final String topic;

  TopicVersions(Properties client, String topic) {
    this(() -> TopicReader.ofTextKeys(BoundedReads.settings(client, "versions")), topic);
  }

  TopicVersions(Supplier<TopicReader<String>> connect, String topic) {
    this.reads = new BoundedReads(connect);
    this.topic = topic;
  }

  @Override
  public List<VersionText> find(String uri, Collection<Instant> times) {
    // the latest are the ones to compare
    List<Instant> latest = new ArrayList<>(times).stream().sorted().toList();
    List<Instant> asked = latest.subList(Math.max(0, latest.size() - MAX_TIMES), latest.size());
    return reads.read(range -> find(range, uri, asked));
  }

  private List<VersionText> find(BoundedReads.Range range, String uri, List<Instant> times) {
    TopicReader<String> reader = range.reader();
    Map<TopicPartition, Long> first = reader.beginnings(List.of(topic));
    Map<TopicPartition, Long> ends = reader.ends(List.of(topic));
    TopicPartition partition = new TopicPartition(topic, partition(uri, ends.size()));
    long begin = first.getOrDefault(partition, 0L);
    long end = ends.getOrDefault(partition, 0L);
    Map<Integer, VersionText> found = new TreeMap<>();
    Set<Integer> withdrawn = new HashSet<>();
    for (Instant time : times) {
      long at = reader.offsetAt(partition, time).orElse(end);
      range.read(
          partition,
          Math.max(begin, at - RECORDS_BEFORE),
          Math.min(end, at + RECORDS_AFTER),
          record -> {
            if (uri.equals(record.key())) {
              take(record, found, withdrawn);
            }
          });
    }
    withdrawn.forEach(found::remove);
    return List.copyOf(found.values());
  }

  private static void take(
      ConsumerRecord<String, byte[]> record,
      Map<Integer, VersionText> found,
      Set<Integer> withdrawn) {
    if (EditReader.isEdit(record.headers())
        || !(NewsItemReader.read(record.value()) instanceof NewsItemReader.Read read)) {
      return;
    }
    NewsItem item = read.item();
    if (item.pubStatus() != null && item.pubStatus() != PubStatus.USABLE) {
      withdrawn.add(read.version());
      return;
    }
    CleanArticle text = new Cleaner().clean(item);
    found.putIfAbsent(
        read.version(),
        new VersionText(
            read.version(),
            Instant.ofEpochMilli(record.timestamp()),
            text.headline(),
            String.join(" ", text.paragraphs())));
  }

  /** Returns the partition that Kafka's producers choose for a key. */
  private static int partition(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
  }
}
