package dev.storywire.topology;

import static java.util.Objects.requireNonNull;

import dev.storywire.topology.stores.StateStores;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Puts the articles, edits and signatures of a lane in order: holds them until every raw partition
 * has been read past them, and releases them by order time, uri and version.
 *
 * <p>The order time of an embargoed article is the end of its embargo. In a lull it is released
 * when the end offsets of the raw partitions have been read after that time and all records before
 * them have arrived. The wall clock determines only when it is released, never its position.
 */
final class Order implements Processor<byte[], byte[], Void, PreparedRecord> {
  private static final Duration EMBARGO_CHECK = Duration.ofMillis(200);

  private final int rawPartitions;
  private final Duration grace;
  private final RawEndOffsets rawEnds;
  private final CommitPacer commits;
  private final FlowListener listener;
  private Progress progress;
  private @Nullable ProcessorContext<Void, PreparedRecord> context;
  private @Nullable KeyValueStore<Bytes, byte[]> held;

  /** The first of the held records; null if none is held. */
  private PreparedRecord.@Nullable Ordered head;

  /** Number of the held records. */
  private long waiting;

  Order(
      int rawPartitions,
      Duration grace,
      RawEndOffsets rawEnds,
      CommitPacer commits,
      FlowListener listener) {
    this.commits = commits;
    this.listener = listener;
    this.rawPartitions = rawPartitions;
    this.grace = grace;
    this.rawEnds = rawEnds;
    this.progress = new Progress(rawPartitions, grace.toMillis());
  }

  @Override
  public void init(ProcessorContext<Void, PreparedRecord> context) {
    this.context = context;
    this.held = context.getStateStore(StateStores.ORDER);
    // after an aborted transaction the task is initialised again with the same processor
    this.progress = new Progress(rawPartitions, grace.toMillis());
    try (KeyValueIterator<Bytes, byte[]> marks = held().range(HeldKey.MARKS, HeldKey.FIRST)) {
      while (marks.hasNext()) {
        var unused =
            progress.apply((PreparedRecord.ProgressMark) PreparedRecord.decode(marks.next().value));
      }
    }
    try (KeyValueIterator<Bytes, byte[]> items = held().range(HeldKey.FIRST, HeldKey.LAST)) {
      head = items.hasNext() ? item(items.next()) : null;
    }
    countWaiting();
    context.schedule(EMBARGO_CHECK, PunctuationType.WALL_CLOCK_TIME, now -> release());
    commits.init(context);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    // the broker's clock: records of this topic have the time at which they were appended
    commits.processed(requireNonNull(context).currentSystemTimeMs() - record.timestamp());
    PreparedRecord decoded = PreparedRecord.decode(record.value());
    if (decoded instanceof PreparedRecord.HandOver) {
      requireNonNull(context).forward(new Record<>(null, decoded, record.timestamp()));
      return;
    }
    if (decoded instanceof PreparedRecord.ProgressMark mark) {
      PreparedRecord.ProgressMark known = progress.apply(mark);
      held().put(HeldKey.of(known), PreparedRecord.encode(known));
    } else if (decoded instanceof PreparedRecord.Ordered item) {
      // neither the end of an embargo nor an edit shows how far the wire has been read
      if (showsProgress(item)) {
        progress.observe(item.partition(), item.orderKey().orderTime());
      }
      if (isBeforeHead(item) && isReady(item)) {
        forward(item); // neither written nor deleted, as in most cases
      } else {
        hold(item, record.value());
      }
    }
    release();
  }

  private boolean isBeforeHead(PreparedRecord.Ordered item) {
    return head == null || HeldKey.of(item).compareTo(HeldKey.of(head)) < 0;
  }

  private static boolean showsProgress(PreparedRecord.Ordered item) {
    return item instanceof PreparedRecord.Article article
        ? !article.embargoed()
        : item instanceof PreparedRecord.ArticleSignature;
  }

  private void hold(PreparedRecord.Ordered item, byte[] value) {
    held().put(HeldKey.of(item), value);
    waiting++;
    if (isBeforeHead(item)) {
      head = item;
    }
  }

  private void release() {
    releaseReady();
    listener.waiting(requireNonNull(context).taskId().partition(), waiting);
  }

  private void releaseReady() {
    if (head == null || !isReady(head)) {
      return;
    }
    // starts at the head, since the range before it is full of tombstones
    try (KeyValueIterator<Bytes, byte[]> items = held().range(HeldKey.of(head), HeldKey.LAST)) {
      while (items.hasNext()) {
        KeyValue<Bytes, byte[]> next = items.next();
        head = item(next);
        if (!isReady(head)) {
          return;
        }
        held().delete(next.key);
        waiting--;
        commits.written();
        forward(head);
      }
    }
    head = null;
  }

  private void countWaiting() {
    waiting = 0;
    try (KeyValueIterator<Bytes, byte[]> all = held().range(HeldKey.FIRST, HeldKey.LAST)) {
      while (all.hasNext()) {
        all.next();
        waiting++;
      }
    }
  }

  @Override
  public void close() {
    listener.waiting(requireNonNull(context).taskId().partition(), 0);
  }

  private boolean isReady(PreparedRecord.Ordered item) {
    boolean isEmbargoed = item instanceof PreparedRecord.Article article && article.embargoed();
    return isEmbargoed
        ? progress.hasPassed((PreparedRecord.Article) item, rawEnds.latest())
        : progress.hasPassed(item);
  }

  private void forward(PreparedRecord.Ordered item) {
    requireNonNull(context)
        .forward(new Record<>(null, item, Math.max(0, item.orderKey().orderTime())));
  }

  private static PreparedRecord.Ordered item(KeyValue<Bytes, byte[]> entry) {
    return (PreparedRecord.Ordered) PreparedRecord.decode(entry.value);
  }

  private KeyValueStore<Bytes, byte[]> held() {
    return requireNonNull(held);
  }

  /** Keys of the store: first the progress marks, then the held articles in order. */
  private static final class HeldKey {
    static final Bytes MARKS = Bytes.wrap(new byte[] {0});
    static final Bytes FIRST = Bytes.wrap(new byte[] {1});
    static final Bytes LAST = Bytes.wrap(new byte[] {2});

    static Bytes of(PreparedRecord.ProgressMark mark) {
      return Bytes.wrap(ByteBuffer.allocate(5).put((byte) 0).putInt(mark.partition()).array());
    }

    static Bytes of(PreparedRecord.Ordered item) {
      byte[] key = item.orderKey().toSortableBytes(item.partition(), item.offset());
      return Bytes.wrap(ByteBuffer.allocate(1 + key.length).put((byte) 1).put(key).array());
    }
  }
}
