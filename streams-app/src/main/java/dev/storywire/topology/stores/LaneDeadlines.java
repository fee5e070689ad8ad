package dev.storywire.topology.stores;

import dev.storywire.story.state.Deadline;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of a lane, in the store of all deadlines of its partition.
 *
 * <p>The store deletes each deadline when it is due, so that the range before the clock is full of
 * tombstones, which RocksDB reads one by one. Only the first read after a start begins there:
 * deadlines that are overdue when they are scheduled, as those of a late article are, are kept in
 * memory, too.
 */
final class LaneDeadlines {
  private final byte[] lane;
  private final BufferedStore<Bytes, byte[]> store;

  /** Keys of the deadlines before {@link #scanFrom}; all are overdue. */
  private final NavigableSet<Bytes> overdue = new TreeSet<>();

  private Bytes scanFrom;
  private long clock = Long.MIN_VALUE;
  private long nextDue = Long.MIN_VALUE;

  LaneDeadlines(String lane, BufferedStore<Bytes, byte[]> store) {
    this.lane = lane.getBytes(StandardCharsets.UTF_8);
    this.store = store;
    this.scanFrom = key(Long.MIN_VALUE, (byte) 0, "");
  }

  void schedule(Deadline deadline) {
    Bytes key = key(deadline.at(), deadline.kind().code(), deadline.id());
    store.put(key, new byte[0]);
    nextDue = Math.min(nextDue, deadline.at());
    if (key.compareTo(scanFrom) < 0) {
      if (deadline.at() <= clock) {
        overdue.add(key);
      } else {
        scanFrom = key;
      }
    }
  }

  /**
   * Removes and returns the earliest deadline that is not after {@code now}.
   *
   * @param now epoch ms; not before that of an earlier call
   */
  @Nullable Deadline pollDue(long now) {
    clock = now;
    if (nextDue > now) {
      return null;
    }
    Bytes key = overdue.isEmpty() ? scan() : overdue.pollFirst();
    if (key == null) {
      nextDue = Long.MAX_VALUE;
      return null;
    }
    Deadline next = deadline(key);
    nextDue = next.at();
    if (next.at() > now) {
      return null;
    }
    store.delete(key);
    return next;
  }

  /** Returns the first key from {@link #scanFrom} on and stores it there; null if there is none. */
  private @Nullable Bytes scan() {
    Bytes end = key(Long.MAX_VALUE, (byte) 0, "");
    List<KeyValue<Bytes, byte[]>> first = store.range(scanFrom, end, 1);
    if (first.isEmpty()) {
      return null;
    }
    scanFrom = first.get(0).key;
    return scanFrom;
  }

  /** Returns the key of a deadline. Its bytes sort by time: big-endian, with the sign flipped. */
  private Bytes key(long at, byte kind, String id) {
    byte[] idBytes = id.getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(lane.length + 1 + 8 + 1 + idBytes.length)
            .put(lane)
            .put((byte) 0)
            .putLong(at ^ Long.MIN_VALUE)
            .put(kind)
            .put(idBytes)
            .array());
  }

  private Deadline deadline(Bytes key) {
    ByteBuffer in = ByteBuffer.wrap(key.get());
    in.position(lane.length + 1);
    long at = in.getLong() ^ Long.MIN_VALUE;
    Deadline.Kind kind = Deadline.Kind.of(in.get());
    return new Deadline(at, kind, StandardCharsets.UTF_8.decode(in).toString());
  }
}
