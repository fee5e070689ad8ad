package dev.storywire.replay;

import dev.storywire.schemas.NewsItemReader;
import dev.storywire.story.prepare.OrderKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A raw record of the history: unchanged key, value, headers and timestamp, and its position.
 *
 * @param partition its partition; 0 for records from files
 * @param offset its offset; a counter for records from files
 * @param timestamp event time, ms
 */
record HistoryRecord(
    int partition,
    long offset,
    long timestamp,
    byte @Nullable [] key,
    byte @Nullable [] value,
    List<Header> headers) {

  static HistoryRecord of(ConsumerRecord<byte[], byte[]> record) {
    return new HistoryRecord(
        record.partition(),
        record.offset(),
        Math.max(0, record.timestamp()),
        record.key(),
        record.value(),
        List.of(record.headers().toArray()));
  }

  /** Returns its position, e.g. {@code 3@17}. */
  String position() {
    return partition + "@" + offset;
  }

  /**
   * Returns its order key as bytes that sort like the keys: order time, uri, version; then its
   * position.
   */
  byte[] sortKey() {
    OrderKey key =
        NewsItemReader.read(value) instanceof NewsItemReader.Read read
            ? OrderKey.of(read.item(), read.version(), timestamp)
            : new OrderKey(timestamp, "", 0);
    return key.toSortableBytes(partition, offset);
  }

  /** Returns true if the record is under an embargo at this time, epoch ms. */
  boolean embargoedAt(long now) {
    return NewsItemReader.read(value) instanceof NewsItemReader.Read read
        && OrderKey.of(read.item(), read.version(), timestamp).orderTime()
            > Math.max(now, timestamp);
  }

  byte[] encode() {
    List<byte @Nullable []> parts = new ArrayList<>();
    parts.add(key);
    parts.add(value);
    for (Header header : headers) {
      parts.add(header.key().getBytes(StandardCharsets.UTF_8));
      parts.add(header.value());
    }
    int length = parts.stream().mapToInt(part -> 4 + (part == null ? 0 : part.length)).sum();
    ByteBuffer out = ByteBuffer.allocate(4 + 8 + 8 + length);
    out.putInt(partition).putLong(offset).putLong(timestamp);
    for (byte[] part : parts) {
      out.putInt(part == null ? -1 : part.length).put(part == null ? new byte[0] : part);
    }
    return out.array();
  }

  static HistoryRecord decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int partition = in.getInt();
    long offset = in.getLong();
    long timestamp = in.getLong();
    byte[] key = part(in);
    byte[] value = part(in);
    List<Header> headers = new ArrayList<>();
    while (in.hasRemaining()) {
      String name = new String(java.util.Objects.requireNonNull(part(in)), StandardCharsets.UTF_8);
      headers.add(new RecordHeader(name, part(in)));
    }
    return new HistoryRecord(partition, offset, timestamp, key, value, headers);
  }

  private static byte @Nullable [] part(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0) {
      return null;
    }
    byte[] part = new byte[length];
    in.get(part);
    return part;
  }
}
