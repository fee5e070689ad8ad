package dev.storywire.entities.tagger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The weight of each feature for each tag, quantised to about a hundredth of a nat. It is a hash
 * table in one array with each feature next to its {@link Tags#COUNT} bytes, so that a lookup
 * accesses one cache line. Four weights are added in one instruction.
 */
public final class TagWeights {
  /**
   * An entry is two longs. The first has the hash in its low half and the weight of the last tag
   * above it; the second has the weights of the other tags.
   */
  private static final int STRIDE = 2;

  /** Added to each weight, so that its byte is not negative. */
  private static final int BIAS = 128;

  /** Every other byte of a long, as a sum of 16 bits. */
  private static final long SUMS = 0x00ff00ff00ff00ffL;

  /** Maximum number of bytes that a sum of 16 bits can hold. */
  private static final int BLOCK = 256;

  private static final int LAST = Tags.COUNT - 1;

  private final long[] table;
  private final int mask;
  private final int count;

  private TagWeights(int count) {
    this.count = count;
    int slots = Integer.highestOneBit(Math.max(16, count * 3 / 2)) << 1;
    this.table = new long[slots * STRIDE];
    this.mask = slots - 1;
  }

  /**
   * @param features distinct hashes
   * @param rows {@link Tags#COUNT} weights for each feature
   */
  public static TagWeights of(int[] features, byte[] rows) {
    TagWeights weights = new TagWeights(features.length);
    for (int f = 0; f < features.length; f++) {
      if (features[f] != 0) {
        weights.put(features[f], rows, f * Tags.COUNT);
      }
    }
    return weights;
  }

  private void put(int feature, byte[] rows, int at) {
    int slot = slot(feature);
    table[slot] = Integer.toUnsignedLong(feature) | (long) (rows[at + LAST] + BIAS) << Integer.SIZE;
    for (int tag = 0; tag < LAST; tag++) {
      table[slot + 1] |= (long) (rows[at + tag] + BIAS) << (tag * Byte.SIZE);
    }
  }

  /**
   * Adds the weights of features to nine scores. Ignores unknown features. Their entries are looked
   * up first, since the table is larger than the processor's caches, and the processor can then
   * wait for several entries at once.
   *
   * @param features the first {@code size} are read, and overwritten
   */
  void addTo(int[] scores, int at, int[] features, int size) {
    int known = 0;
    for (int f = 0; f < size; f++) {
      int feature = features[f];
      features[known] = feature;
      known += table[(feature & mask) * STRIDE] == 0 ? 0 : 1;
    }
    for (int from = 0; from < known; from += BLOCK) {
      addBlock(scores, at, features, from, Math.min(known, from + BLOCK));
    }
  }

  private void addBlock(int[] scores, int at, int[] features, int from, int to) {
    long even = 0;
    long odd = 0;
    int last = 0;
    int found = 0;
    for (int f = from; f < to; f++) {
      int slot = slot(features[f]);
      long entry = table[slot];
      if (entry != 0) {
        long weights = table[slot + 1];
        even += weights & SUMS;
        odd += (weights >>> Byte.SIZE) & SUMS;
        last += (int) (entry >>> Integer.SIZE);
        found++;
      }
    }
    int bias = found * BIAS;
    for (int tag = 0; tag < LAST; tag += 2) {
      scores[at + tag] += (int) (even & 0xffff) - bias;
      scores[at + tag + 1] += (int) (odd & 0xffff) - bias;
      even >>>= Short.SIZE;
      odd >>>= Short.SIZE;
    }
    scores[at + LAST] += last - bias;
  }

  /** Returns the slot of the feature, or the free slot for it. Hashes need no further mixing. */
  private int slot(int feature) {
    int slot = (feature & mask) * STRIDE;
    while ((int) table[slot] != feature && table[slot] != 0) {
      slot = (slot + STRIDE) & (table.length - 1);
    }
    return slot;
  }

  public void write(DataOutputStream out) throws IOException {
    out.writeInt(count);
    for (int slot = 0; slot < table.length; slot += STRIDE) {
      if (table[slot] != 0) {
        out.writeInt((int) table[slot]);
        for (int tag = 0; tag < LAST; tag++) {
          out.writeByte((int) (table[slot + 1] >>> (tag * Byte.SIZE)) - BIAS);
        }
        out.writeByte((int) (table[slot] >>> Integer.SIZE) - BIAS);
      }
    }
  }

  public static TagWeights read(DataInputStream in) throws IOException {
    TagWeights weights = new TagWeights(in.readInt());
    byte[] row = new byte[Tags.COUNT];
    for (int f = 0; f < weights.count; f++) {
      int feature = in.readInt();
      in.readFully(row);
      weights.put(feature, row, 0);
    }
    return weights;
  }
}
