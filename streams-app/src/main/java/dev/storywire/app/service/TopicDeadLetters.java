package dev.storywire.app.service;

import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.serve.topics.DeadLetter;
import dev.storywire.serve.topics.DeadLetterLog;
import dev.storywire.serve.topics.LogPosition;
import dev.storywire.topology.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads the topic of dead letters backwards, for each request. */
final class TopicDeadLetters implements DeadLetterLog {
  /** Largest number of dead letters that are read for a page. */
  static final int MAX_READ = 2_000;

  private static final Duration READ_FOR = Duration.ofSeconds(2);
  private static final Pattern ID = Pattern.compile("(\\d{1,4})-(\\d{1,18})");

  private final BoundedReads reads;
  private final String topic;

  TopicDeadLetters(Properties client, String topic) {
    this(() -> TopicReader.ofTextKeys(BoundedReads.settings(client, "dead-letters")), topic);
  }

  TopicDeadLetters(Supplier<TopicReader<String>> connect, String topic) {
    this.reads = new BoundedReads(connect);
    this.topic = topic;
  }

  @Override
  public Page page(Query query) {
    return reads.read(
        range -> {
          BackwardReader<DeadLetter> all = backwards(range, query.before());
          List<DeadLetter> letters = new ArrayList<>();
          for (int read = 0;
              read < MAX_READ
                  && letters.size() < query.limit()
                  && range.elapsed().compareTo(READ_FOR) < 0;
              read++) {
            DeadLetter next = all.next();
            if (next == null) {
              break;
            }
            if (query.matches(next)) {
              letters.add(next);
            }
          }
          return new Page(letters, all.hasMore() ? all.position() : null);
        });
  }

  @Override
  public Optional<Refused> find(String id) {
    Matcher parts = ID.matcher(id);
    if (!parts.matches()) {
      return Optional.empty();
    }
    TopicPartition partition = new TopicPartition(topic, Integer.parseInt(parts.group(1)));
    long offset = Long.parseLong(parts.group(2));
    return reads.read(
        range -> {
          Long first = range.reader().beginnings(List.of(topic)).get(partition);
          Long end = range.reader().ends(List.of(topic)).get(partition);
          AtomicReference<@Nullable Refused> found = new AtomicReference<>();
          if (first != null && end != null && offset >= first && offset < end) {
            range.read(
                partition,
                offset,
                offset + 1,
                record -> found.set(new Refused(letter(record), value(record))));
          }
          return Optional.ofNullable(found.get());
        });
  }

  private BackwardReader<DeadLetter> backwards(
      BoundedReads.Range range, @Nullable LogPosition before) {
    Map<TopicPartition, Long> first = range.reader().beginnings(List.of(topic));
    Map<TopicPartition, Long> ends = range.reader().ends(List.of(topic));
    List<TopicPartition> partitions =
        ends.keySet().stream().sorted(Comparator.comparing(TopicPartition::partition)).toList();
    if (before != null && before.offsets().size() != partitions.size()) {
      throw new IllegalArgumentException("it is of another number of partitions");
    }
    BackwardReader<DeadLetter> all =
        new BackwardReader<>(range, Comparator.comparing(DeadLetter::at), TopicDeadLetters::letter);
    for (TopicPartition partition : partitions) {
      long end = ends.getOrDefault(partition, 0L);
      long start = before == null ? end : before.offsets().get(partition.partition());
      if (start > end) {
        throw new IllegalArgumentException("it is after the end");
      }
      all.add(partition, first.getOrDefault(partition, 0L), start);
    }
    return all;
  }

  private static DeadLetter letter(ConsumerRecord<String, byte[]> record) {
    String key = record.key();
    return new DeadLetter(
        record.partition() + "-" + record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        key == null || key.length() <= DeadLetter.MAX_KEY
            ? key
            : key.substring(0, DeadLetter.MAX_KEY),
        header(record, DeadLetterHeaders.STAGE),
        header(record, DeadLetterHeaders.CODE),
        header(record, DeadLetterHeaders.REASON),
        header(record, DeadLetterHeaders.ORIGIN),
        header(record, DeadLetterHeaders.SERVICE_VERSION),
        value(record).length);
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static byte[] value(ConsumerRecord<String, byte[]> record) {
    return record.value() == null ? new byte[0] : record.value();
  }
}
