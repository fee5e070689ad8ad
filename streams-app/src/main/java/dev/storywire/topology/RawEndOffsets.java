package dev.storywire.topology;

/**
 * Provides the end offsets of the raw partitions, so that a lull can be distinguished from a delay.
 */
public interface RawEndOffsets {
  /**
   * Returns the end offsets of all raw partitions as last read from the broker.
   *
   * @return a snapshot; the same instance until a newer one has been read
   */
  Reading latest();

  /**
   * A reading of the end offsets.
   *
   * @param number number of the reading, from 1; 0 before the first
   * @param at the service's clock when the reading began, epoch ms: records that were appended
   *     until then are before them
   * @param offsets last stable offset by partition: all records before it can be read
   * @param appended high watermark by partition, read after {@code offsets}: includes the records
   *     of open transactions
   * @param read offsets up to which the service has committed its reading, by partition
   */
  record Reading(long number, long at, long[] offsets, long[] appended, long[] read) {}
}
