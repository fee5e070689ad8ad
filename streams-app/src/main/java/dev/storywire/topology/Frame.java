package dev.storywire.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A value of the internal topic {@code prepared}: an article on its way into a lane, a mark of how
 * far a raw partition has been read, or what one lane tells another. A few bytes in front tell its
 * place in the order, so that the article itself is decoded once, where it is decided.
 */
sealed interface Frame {
  /** First byte of every frame; a reader knows the layouts up to its own. */
  byte LAYOUT = 1;

  /**
   * An article in its place.
   *
   * @param partition the raw partition it comes from
   * @param place where it comes in its lane's order
   * @param offset of its raw record
   * @param embargoed its place lies in the future of the record that carried it
   * @param payload the prepared article, encoded
   */
  record Item(Place place, int partition, long offset, boolean embargoed, byte[] payload)
      implements Frame {}

  /**
   * How far a raw partition has been read.
   *
   * @param time highest event time seen in it, ms; {@link Long#MIN_VALUE} for none
   * @param readAll empty, or: everything in it has been read that was there when the raw partitions
   *     ended at these offsets
   */
  record Mark(int partition, long time, long[] readAll) implements Frame {}

  /**
   * A lane that had an article has said its last of it: a newer version is in another lane.
   *
   * @param lane that has the newer version
   * @param place of the newer version
   */
  record HandOver(String lane, Place place) implements Frame {}

  /** Where an article comes in the one order of a lane: event time (ms), uri, version. */
  record Place(long time, String uri, int version) {}

  /** Encodes a frame. */
  static byte[] encode(Frame frame) {
    if (frame instanceof Mark mark) {
      ByteBuffer out = ByteBuffer.allocate(2 + 4 + 8 + 8 * mark.readAll().length);
      out.put(LAYOUT).put((byte) 'm').putInt(mark.partition()).putLong(mark.time());
      for (long end : mark.readAll()) {
        out.putLong(end);
      }
      return out.array();
    }
    if (frame instanceof HandOver handOver) {
      byte[] lane = handOver.lane().getBytes(StandardCharsets.UTF_8);
      byte[] uri = handOver.place().uri().getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.allocate(2 + 8 + 4 + 4 + lane.length + uri.length)
          .put(LAYOUT)
          .put((byte) 'h')
          .putLong(handOver.place().time())
          .putInt(handOver.place().version())
          .putInt(lane.length)
          .put(lane)
          .put(uri)
          .array();
    }
    Item item = (Item) frame;
    byte[] uri = item.place().uri().getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(2 + 4 + 8 + 1 + 8 + 4 + 4 + uri.length + item.payload().length);
    out.put(LAYOUT).put((byte) 'i').putInt(item.partition()).putLong(item.offset());
    out.put((byte) (item.embargoed() ? 1 : 0));
    out.putLong(item.place().time()).putInt(item.place().version());
    out.putInt(uri.length).put(uri).put(item.payload());
    return out.array();
  }

  /** Decodes a frame of this or an older layout. */
  static Frame decode(byte[] bytes) {
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
      return new HandOver(lane, new Place(time, text(in, in.remaining()), version));
    }
    int partition = in.getInt();
    if (kind == 'm') {
      long time = in.getLong();
      long[] readAll = new long[in.remaining() / 8];
      Arrays.setAll(readAll, i -> in.getLong());
      return new Mark(partition, time, readAll);
    }
    long offset = in.getLong();
    boolean embargoed = in.get() == 1;
    long time = in.getLong();
    int version = in.getInt();
    String uri = text(in, in.getInt());
    byte[] payload = new byte[in.remaining()];
    in.get(payload);
    Place place = new Place(time, uri, version);
    return new Item(place, partition, offset, embargoed, payload);
  }

  private static String text(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
