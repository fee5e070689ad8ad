package dev.storywire.topology;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
 * Makes the one order of a lane: holds articles until every raw partition has been read past them,
 * and lets them go by event time, uri and version.
 *
 * <p>An embargoed article has its place at the end of its embargo. The wall clock decides only when
 * such an article is let go in a lull, never where it comes in the order.
 */
final class Order implements Processor<byte[], byte[], Void, Frame.Item> {
  private static final Duration EMBARGO_CHECK = Duration.ofMillis(200);

  private final Clock clock;
  private final Progress progress;
  private @Nullable ProcessorContext<Void, Frame.Item> context;
  private @Nullable KeyValueStore<Bytes, byte[]> held;
  private Frame.@Nullable Item head;

  Order(int rawPartitions, Duration grace, Clock clock) {
    this.clock = clock;
    this.progress = new Progress(rawPartitions, grace.toMillis());
  }

  @Override
  public void init(ProcessorContext<Void, Frame.Item> context) {
    this.context = context;
    this.held = context.getStateStore(Stores.ORDER);
    try (KeyValueIterator<Bytes, byte[]> marks = held().range(HeldKey.MARKS, HeldKey.FIRST)) {
      while (marks.hasNext()) {
        var unused = progress.learn((Frame.Mark) Frame.decode(marks.next().value));
      }
    }
    try (KeyValueIterator<Bytes, byte[]> waiting = held().range(HeldKey.FIRST, HeldKey.LAST)) {
      head = waiting.hasNext() ? item(waiting.next()) : null;
    }
    context.schedule(EMBARGO_CHECK, PunctuationType.WALL_CLOCK_TIME, this::release);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Frame frame = Frame.decode(record.value());
    if (frame instanceof Frame.Mark mark) {
      Frame.Mark known = progress.learn(mark);
      held().put(HeldKey.of(known), Frame.encode(known));
    } else if (frame instanceof Frame.Item item) {
      if (!item.embargoed()) {
        progress.saw(item.partition(), item.place().time());
      }
      if (head == null && mayGo(item, clock.millis())) {
        forward(item);
        return;
      }
      hold(item, record.value());
    }
    release(clock.millis());
  }

  private void hold(Frame.Item item, byte[] frame) {
    Bytes key = HeldKey.of(item);
    held().put(key, frame);
    if (head == null || key.compareTo(HeldKey.of(head)) < 0) {
      head = item;
    }
  }

  private void release(long now) {
    if (head == null || !mayGo(head, now)) {
      return;
    }
    // from the head on, not from the start: what was let go before has left graves there
    try (KeyValueIterator<Bytes, byte[]> waiting = held().range(HeldKey.of(head), HeldKey.LAST)) {
      while (waiting.hasNext()) {
        KeyValue<Bytes, byte[]> next = waiting.next();
        head = item(next);
        if (!mayGo(head, now)) {
          return;
        }
        held().delete(next.key);
        forward(head);
      }
    }
    head = null;
  }

  private boolean mayGo(Frame.Item item, long now) {
    boolean due = !item.embargoed() || item.place().time() <= Math.max(now, progress.latest());
    return due && progress.passed(item);
  }

  private void forward(Frame.Item item) {
    requireNonNull(context).forward(new Record<>(null, item, Math.max(0, item.place().time())));
  }

  private static Frame.Item item(KeyValue<Bytes, byte[]> entry) {
    return (Frame.Item) Frame.decode(entry.value);
  }

  private KeyValueStore<Bytes, byte[]> held() {
    return requireNonNull(held);
  }

  /** Keys of the store: marks first, then what is held, in its order. */
  private static final class HeldKey {
    static final Bytes MARKS = Bytes.wrap(new byte[] {0});
    static final Bytes FIRST = Bytes.wrap(new byte[] {1});
    static final Bytes LAST = Bytes.wrap(new byte[] {2});

    static Bytes of(Frame.Mark mark) {
      return Bytes.wrap(ByteBuffer.allocate(5).put((byte) 0).putInt(mark.partition()).array());
    }

    /** Big-endian and sign-flipped, so that bytes sort as the places do. */
    static Bytes of(Frame.Item item) {
      byte[] uri = item.place().uri().getBytes(StandardCharsets.UTF_8);
      return Bytes.wrap(
          ByteBuffer.allocate(1 + 8 + uri.length + 1 + 4 + 4 + 8)
              .put((byte) 1)
              .putLong(item.place().time() ^ Long.MIN_VALUE)
              .put(uri)
              .put((byte) 0)
              .putInt(item.place().version())
              .putInt(item.partition())
              .putLong(item.offset())
              .array());
    }
  }
}
