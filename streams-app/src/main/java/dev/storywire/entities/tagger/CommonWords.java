package dev.storywire.entities.tagger;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Words that the training texts capitalise, but that are hardly ever part of a name, in a language
 * that capitalises all nouns: German <i>Haus</i>, <i>Regierung</i>, and <i>Die</i> at the beginning
 * of a sentence. They need no work except next to a word that may be a name. Empty for other
 * languages.
 *
 * @param hashes hashes of the words in lower case
 */
public record CommonWords(IntOpenHashSet hashes) {
  /** No words. */
  public static final CommonWords NONE = new CommonWords(new IntOpenHashSet());

  boolean contains(int lowerHash) {
    return hashes.contains(lowerHash);
  }

  static CommonWords read(DataInputStream in) throws IOException {
    int count = in.readInt();
    IntOpenHashSet hashes = new IntOpenHashSet(count);
    for (int i = 0; i < count; i++) {
      hashes.add(in.readInt());
    }
    return new CommonWords(hashes);
  }

  void write(DataOutputStream out) throws IOException {
    int[] sorted = hashes.toIntArray();
    Arrays.sort(sorted);
    out.writeInt(sorted.length);
    for (int hash : sorted) {
      out.writeInt(hash);
    }
  }
}
