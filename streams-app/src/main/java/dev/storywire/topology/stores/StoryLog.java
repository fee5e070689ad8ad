package dev.storywire.topology.stores;

import dev.storywire.schemas.StoryEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The last {@value StoryEvent#MAX_QUERIED} events of each story, for queries. The topic has all
 * events.
 */
public final class StoryLog {
  private final BufferedStore<Bytes, byte[]> store;

  StoryLog(BufferedStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Adds an event and drops the oldest one above the limit. */
  public void add(StoryEvent event, byte[] json) {
    store.put(key(event.storyId(), event.seq()), json);
    if (event.seq() > StoryEvent.MAX_QUERIED) {
      store.delete(key(event.storyId(), event.seq() - StoryEvent.MAX_QUERIED));
    }
  }

  /** Deletes the events of a story. */
  public void delete(String storyId) {
    store
        .range(key(storyId, 0), key(storyId, Long.MAX_VALUE), Integer.MAX_VALUE)
        .forEach(event -> store.delete(event.key));
  }

  /** Returns the last events of a story as JSON, oldest first. */
  public static List<byte[]> read(
      ReadOnlyKeyValueStore<Bytes, byte[]> store, String storyId, int limit) {
    List<byte[]> events = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> entries =
        store.range(key(storyId, 0), key(storyId, Long.MAX_VALUE))) {
      entries.forEachRemaining(entry -> events.add(entry.value));
    }
    return events.subList(Math.max(0, events.size() - limit), events.size());
  }

  private static Bytes key(String storyId, long seq) {
    byte[] id = storyId.getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(id.length + 1 + 8).put(id).put((byte) 0).putLong(seq).array());
  }
}
