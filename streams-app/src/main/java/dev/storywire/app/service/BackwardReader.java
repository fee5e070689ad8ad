package dev.storywire.app.service;

import dev.storywire.serve.topics.LogPosition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a topic from the newest to the oldest. Kafka reads only forwards, so a
 * partition is read in chunks, the last one first.
 */
final class BackwardReader<T> {
  private static final int CHUNK_RECORDS = 100;

  private final BoundedReads.Range range;
  private final Comparator<Partition> newestLast;
  private final Function<ConsumerRecord<String, byte[]>, T> convert;
  private final List<Partition> partitions = new ArrayList<>();

  /** Creates a reader. {@code byTime} orders the converted records of different partitions. */
  BackwardReader(
      BoundedReads.Range range,
      Comparator<T> byTime,
      Function<ConsumerRecord<String, byte[]>, T> convert) {
    this.range = range;
    this.newestLast =
        (one, other) -> byTime.compare(one.loaded.getLast().value, other.loaded.getLast().value);
    this.convert = convert;
  }

  /** Adds a partition, which is read from {@code before} down to {@code first}. */
  void add(TopicPartition partition, long first, long before) {
    partitions.add(new Partition(partition, first, before));
  }

  /** Returns the next record; null after the oldest. */
  @Nullable T next() {
    partitions.forEach(this::load);
    return partitions.stream()
        .filter(partition -> !partition.loaded.isEmpty())
        .max(newestLast)
        .map(Partition::take)
        .orElse(null);
  }

  /** Returns true if there may be older records. */
  boolean hasMore() {
    return partitions.stream()
        .anyMatch(partition -> !partition.loaded.isEmpty() || partition.unread > partition.first);
  }

  /** Returns the position before which reading continues. */
  LogPosition position() {
    return new LogPosition(partitions.stream().map(partition -> partition.before).toList());
  }

  private void load(Partition partition) {
    while (partition.loaded.isEmpty() && partition.unread > partition.first) {
      long to = partition.unread;
      partition.unread = Math.max(partition.first, to - CHUNK_RECORDS);
      range.read(
          partition.id,
          partition.unread,
          to,
          record -> partition.loaded.add(new Loaded<>(record.offset(), convert.apply(record))));
    }
  }

  /** A converted record. */
  private record Loaded<V>(long offset, V value) {}

  /** A partition; records before {@code unread} are not loaded yet. */
  private final class Partition {
    private final TopicPartition id;
    private final long first;
    private final Deque<Loaded<T>> loaded = new ArrayDeque<>();
    private long unread;
    private long before;

    Partition(TopicPartition id, long first, long before) {
      this.id = id;
      this.first = first;
      this.unread = before;
      this.before = before;
    }

    T take() {
      Loaded<T> newest = loaded.removeLast();
      before = newest.offset;
      return newest.value;
    }
  }
}
