package dev.storywire.topology;

/** Knows where the raw partitions end: asked by {@code prepare} to tell a lull from a delay. */
public interface RawEnds {
  /**
   * The end offset of every raw partition as last read from the broker, and when.
   *
   * @return a snapshot; the same instance until a newer one has been read
   */
  Ends latest();

  /**
   * One reading of the ends.
   *
   * @param number counts the readings
   * @param at the service's clock when the reading began, epoch ms: what was appended until then is
   *     before the ends
   * @param offsets end offset (the next to be written) by partition
   * @param read offsets up to which the service has committed its reading, by partition
   */
  record Ends(long number, long at, long[] offsets, long[] read) {}
}
