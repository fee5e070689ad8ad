package dev.storywire.topology;

import dev.storywire.story.prepare.OrderKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A value of the internal topic {@code prepared}: an article or an edit on its way to its lane, the
 * signature of an article for the other lanes, a progress mark, or a hand-over between lanes. A
 * short header holds the order key, so that the article itself is decoded only once, where it is
 * decided.
 */
public sealed interface PreparedRecord {
  /** First byte of every record. */
  byte LAYOUT = 1;

  /** Second byte of the record of a {@link ArticleSignature}. */
  char SIGNATURE = 's';

  /** A record that a lane decides in its order. */
  sealed interface Ordered extends PreparedRecord {
    /** Returns its position in its lane. */
    OrderKey orderKey();

    /** Returns the raw partition that it comes from. */
    int partition();

    /** Returns the offset of its raw record. */
    long offset();
  }

  /**
   * An article.
   *
   * @param embargoed true if its order time is later than its event time
   * @param payload the bytes of an {@code EncodedArticle}
   */
  record Article(OrderKey orderKey, int partition, long offset, boolean embargoed, byte[] payload)
      implements Ordered {}

  /**
   * An edit. The uri of its order key is its id.
   *
   * @param payload the value of the raw record
   */
  record Edit(OrderKey orderKey, int partition, long offset, byte[] payload) implements Ordered {}

  /**
   * The signature of an article of another lane partition, at the position of that article.
   *
   * @param payload the bytes of a {@code Signature}
   */
  record ArticleSignature(OrderKey orderKey, int partition, long offset, byte[] payload)
      implements Ordered {}

  /**
   * States how far a raw partition was read.
   *
   * @param time highest event time read, ms; {@link Long#MIN_VALUE} for none
   * @param endOffsetsRead end offsets of all raw partitions at one time; all records that this
   *     partition had at that time have been read. Empty if some have not.
   */
  record ProgressMark(int partition, long time, long[] endOffsetsRead) implements PreparedRecord {}

  /**
   * A hand-over: a lane has published its last verdict on an article, because another lane has a
   * newer version.
   *
   * @param lane the lane that has the newer version
   * @param orderKey the order key of the newer version
   */
  record HandOver(String lane, OrderKey orderKey) implements PreparedRecord {}

  /** Encodes a record. */
  static byte[] encode(PreparedRecord record) {
    if (record instanceof ProgressMark mark) {
      ByteBuffer out = ByteBuffer.allocate(2 + 4 + 8 + 8 * mark.endOffsetsRead().length);
      out.put(LAYOUT).put((byte) 'm').putInt(mark.partition()).putLong(mark.time());
      for (long end : mark.endOffsetsRead()) {
        out.putLong(end);
      }
      return out.array();
    }
    if (record instanceof HandOver handOver) {
      byte[] lane = handOver.lane().getBytes(StandardCharsets.UTF_8);
      byte[] uri = handOver.orderKey().uri().getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.allocate(2 + 8 + 4 + 4 + lane.length + uri.length)
          .put(LAYOUT)
          .put((byte) 'h')
          .putLong(handOver.orderKey().orderTime())
          .putInt(handOver.orderKey().version())
          .putInt(lane.length)
          .put(lane)
          .put(uri)
          .array();
    }
    if (record instanceof ArticleSignature signature) {
      return encode(SIGNATURE, signature, false, signature.payload());
    }
    return record instanceof Article article
        ? encode('i', article, article.embargoed(), article.payload())
        : encode('e', (Edit) record, false, ((Edit) record).payload());
  }

  private static byte[] encode(char kind, Ordered record, boolean embargoed, byte[] payload) {
    OrderKey key = record.orderKey();
    byte[] uri = key.uri().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(2 + 4 + 8 + 1 + 8 + 4 + 4 + uri.length + payload.length)
        .put(LAYOUT)
        .put((byte) kind)
        .putInt(record.partition())
        .putLong(record.offset())
        .put((byte) (embargoed ? 1 : 0))
        .putLong(key.orderTime())
        .putInt(key.version())
        .putInt(uri.length)
        .put(uri)
        .put(payload)
        .array();
  }

  /** Returns true if the bytes are those of a {@link ArticleSignature}. */
  static boolean isSignature(byte[] bytes) {
    return bytes[1] == SIGNATURE;
  }

  /** Decodes a record. */
  static PreparedRecord decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte layout = in.get();
    if (layout != LAYOUT) {
      throw new IllegalArgumentException(
          "A prepared record has layout " + layout + "; this release reads layout " + LAYOUT + ".");
    }
    byte kind = in.get();
    if (kind == 'h') {
      long time = in.getLong();
      int version = in.getInt();
      String lane = text(in, in.getInt());
      return new HandOver(lane, new OrderKey(time, text(in, in.remaining()), version));
    }
    int partition = in.getInt();
    if (kind == 'm') {
      long time = in.getLong();
      long[] endOffsetsRead = new long[in.remaining() / 8];
      Arrays.setAll(endOffsetsRead, i -> in.getLong());
      return new ProgressMark(partition, time, endOffsetsRead);
    }
    long offset = in.getLong();
    boolean embargoed = in.get() == 1;
    long time = in.getLong();
    int version = in.getInt();
    String uri = text(in, in.getInt());
    byte[] payload = new byte[in.remaining()];
    in.get(payload);
    OrderKey orderKey = new OrderKey(time, uri, version);
    if (kind == SIGNATURE) {
      return new ArticleSignature(orderKey, partition, offset, payload);
    }
    return kind == 'e'
        ? new Edit(orderKey, partition, offset, payload)
        : new Article(orderKey, partition, offset, embargoed, payload);
  }

  private static String text(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
