package dev.storywire.entities.tagger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The weight of each feature for each tag, quantised to about a hundredth of a nat. It is a hash
 * table in one array with each feature next to its {@link Tags#COUNT} signed bytes, so that a
 * lookup accesses one cache line.
 */
public final class TagWeights {
  /** The hash and nine bytes in four ints. */
  private static final int STRIDE = 4;

  private final int[] table;
  private final int mask;
  private final int count;

  private TagWeights(int count) {
    this.count = count;
    int slots = Integer.highestOneBit(Math.max(16, count * 3 / 2)) << 1;
    this.table = new int[slots * STRIDE];
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
    table[slot] = feature;
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      table[slot + 1 + tag / 4] |= (rows[at + tag] & 0xff) << (tag % 4 * 8);
    }
  }

  /** Returns false if a feature is unknown, or true if it may be known. Reads one entry only. */
  boolean mayContain(int feature) {
    return table[(feature & mask) * STRIDE] != 0;
  }

  /** Adds the weights of a feature to nine scores. Ignores an unknown feature. */
  public void addTo(int[] scores, int at, int feature) {
    int slot = slot(feature);
    if (table[slot] == feature) {
      int a = table[slot + 1];
      int b = table[slot + 2];
      scores[at] += (byte) a;
      scores[at + 1] += (byte) (a >> 8);
      scores[at + 2] += (byte) (a >> 16);
      scores[at + 3] += a >> 24;
      scores[at + 4] += (byte) b;
      scores[at + 5] += (byte) (b >> 8);
      scores[at + 6] += (byte) (b >> 16);
      scores[at + 7] += b >> 24;
      scores[at + 8] += (byte) table[slot + 3];
    }
  }

  /** Returns the slot of the feature, or the free slot for it. Hashes need no further mixing. */
  private int slot(int feature) {
    int slot = feature & mask;
    while (table[slot * STRIDE] != feature && table[slot * STRIDE] != 0) {
      slot = (slot + 1) & mask;
    }
    return slot * STRIDE;
  }

  public void write(DataOutputStream out) throws IOException {
    out.writeInt(count);
    for (int slot = 0; slot < table.length; slot += STRIDE) {
      if (table[slot] != 0) {
        out.writeInt(table[slot]);
        for (int tag = 0; tag < Tags.COUNT; tag++) {
          out.writeByte(table[slot + 1 + tag / 4] >> (tag % 4 * 8));
        }
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
