package dev.storywire.topology.stores;

import dev.storywire.story.state.Deadline;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** The deadlines of a lane, in the store of all deadlines of its partition. */
final class LaneDeadlines {
  private final byte[] lane;
  private final BufferedStore<Bytes, byte[]> store;
  private long nextDue = Long.MIN_VALUE;
  private Bytes dueFrom;

  LaneDeadlines(String lane, BufferedStore<Bytes, byte[]> store) {
    this.lane = lane.getBytes(StandardCharsets.UTF_8);
    this.store = store;
    this.dueFrom = key(Long.MIN_VALUE, (byte) 0, "");
  }

  void schedule(Deadline deadline) {
    Bytes key = key(deadline.at(), deadline.kind().code(), deadline.id());
    store.put(key, new byte[0]);
    nextDue = Math.min(nextDue, deadline.at());
    if (key.compareTo(dueFrom) < 0) {
      dueFrom = key;
    }
  }

  /** Removes and returns the earliest deadline that is not after {@code now}. */
  @Nullable Deadline pollDue(long now) {
    if (nextDue > now) {
      return null;
    }
    Bytes end = key(Long.MAX_VALUE, (byte) 0, "");
    // starts at the last one found: the range before it is full of tombstones
    List<KeyValue<Bytes, byte[]>> first = store.range(dueFrom, end, 1);
    if (first.isEmpty()) {
      nextDue = Long.MAX_VALUE;
      return null;
    }
    Bytes key = first.get(0).key;
    Deadline next = deadline(key);
    dueFrom = key;
    nextDue = next.at();
    if (next.at() > now) {
      return null;
    }
    store.delete(key);
    return next;
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
