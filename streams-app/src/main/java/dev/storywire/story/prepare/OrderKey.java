package dev.storywire.story.prepare;

import dev.storywire.schemas.NewsItem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The position of an article in its lane: a lane decides by order time, then uri, then version.
 *
 * @param orderTime the event time, or the end of the embargo if that is later; epoch ms
 */
public record OrderKey(long orderTime, String uri, int version) {

  /** Returns the order key of a version of an item with this event time. */
  public static OrderKey of(NewsItem item, int version, long eventTime) {
    Instant embargo = item.embargoedUntil();
    long orderTime = embargo == null ? eventTime : Math.max(eventTime, embargo.toEpochMilli());
    return new OrderKey(orderTime, item.uri(), version);
  }

  /**
   * Encodes the key so that unsigned bytes sort as the keys do. The position of the raw record
   * makes the bytes of two records with one key distinct.
   */
  public byte[] toSortableBytes(int partition, long offset) {
    byte[] name = uri.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + name.length + 1 + Integer.BYTES * 2 + Long.BYTES)
        .putLong(orderTime ^ Long.MIN_VALUE)
        .put(name)
        .put((byte) 0)
        .putInt(version)
        .putInt(partition)
        .putLong(offset)
        .array();
  }

  /** Returns the order time of a key that {@link #toSortableBytes} encoded. */
  public static long orderTime(byte[] sortable) {
    return ByteBuffer.wrap(sortable).getLong() ^ Long.MIN_VALUE;
  }
}
