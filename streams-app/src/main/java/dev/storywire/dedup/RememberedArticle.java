package dev.storywire.dedup;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The record of an article in a {@link CopyIndex}, from which the index can be restored; some 130
 * bytes.
 *
 * @param sequence number of the change to the index that added it
 * @param order order number in the lane
 * @param time event time, milliseconds since 1970
 * @param family order number of the first article with its text; its own if it is an original
 * @param bands its keys
 */
record RememberedArticle(long sequence, long order, long time, long family, int[] bands) {
  private static final byte VERSION = 1;
  private static final int HEADER_BYTES = 1 + 4 * Long.BYTES;

  boolean isCopy() {
    return family != order;
  }

  byte[] encode() {
    var out = ByteBuffer.allocate(HEADER_BYTES + Integer.BYTES * bands.length);
    out.put(VERSION).putLong(sequence).putLong(order).putLong(time).putLong(family);
    for (int band : bands) {
      out.putInt(band);
    }
    return out.array();
  }

  /**
   * Decodes the result of {@link #encode}.
   *
   * @throws IllegalArgumentException if the bytes have another version or are truncated
   */
  static RememberedArticle decode(byte[] bytes) {
    if (bytes.length < HEADER_BYTES
        || bytes[0] != VERSION
        || (bytes.length - HEADER_BYTES) % Integer.BYTES != 0) {
      throw new IllegalArgumentException(
          "A remembered article is version %d, %d bytes and four for each band; this is %s of %d bytes"
              .formatted(
                  VERSION,
                  HEADER_BYTES,
                  bytes.length == 0 ? "nothing" : "version " + bytes[0],
                  bytes.length));
    }
    var in = ByteBuffer.wrap(bytes).position(1);
    long sequence = in.getLong();
    long order = in.getLong();
    long time = in.getLong();
    long family = in.getLong();
    int[] bands = new int[in.remaining() / Integer.BYTES];
    in.asIntBuffer().get(bands);
    return new RememberedArticle(sequence, order, time, family, bands);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RememberedArticle that
        && sequence == that.sequence
        && order == that.order
        && time == that.time
        && family == that.family
        && Arrays.equals(bands, that.bands);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(sequence);
  }
}
