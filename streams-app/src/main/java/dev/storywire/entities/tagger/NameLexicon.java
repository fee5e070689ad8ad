package dev.storywire.entities.tagger;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Counts how often a capitalised word is in a name in the training texts, for a language that
 * capitalises all nouns. There, the case of a word does not show whether it is a name.
 */
public final class NameLexicon {
  /** No words. */
  public static final NameLexicon NONE = new NameLexicon();

  /** Number of the levels of {@link #habit}. */
  static final int HABITS = 7;

  private static final int IN_NAME = 1 << 16;
  private static final int OUTSIDE = 1;

  /** Up to one occurrence in a name for this number outside, a word is seldom in a name. */
  private static final int SELDOM = 20;

  private static final int FILTER_BITS = 18;

  /**
   * By hash of the lower-case word, the numbers of documents in which it is in a name (high half)
   * and outside of names (low half).
   */
  private final Int2IntOpenHashMap documents;

  /** Counts to subtract, of a document that is left out. */
  private final Int2IntOpenHashMap leftOut;

  /** A bit for each hash that may be known. Most endings of words are unknown. */
  private final long[] mayBeKnown;

  /** Creates an empty lexicon. */
  public NameLexicon() {
    this(
        new Int2IntOpenHashMap(),
        new Int2IntOpenHashMap(),
        new long[1 << (FILTER_BITS - Long.numberOfTrailingZeros(Long.SIZE))]);
  }

  private NameLexicon(Int2IntOpenHashMap documents, Int2IntOpenHashMap leftOut, long[] mayBeKnown) {
    this.documents = documents;
    this.leftOut = leftOut;
    this.mayBeKnown = mayBeKnown;
  }

  Int2IntOpenHashMap documents() {
    return documents;
  }

  boolean isEmpty() {
    return documents.isEmpty();
  }

  /**
   * Returns 0 for an unknown word, 1 if it is in no name in the only document that has it, 2 if in
   * no name, 3 if seldom, 4 if up to half of the time, 5 if mostly, 6 if always.
   */
  int habit(int lowerHash) {
    if ((mayBeKnown[filterWord(lowerHash)] & 1L << lowerHash) == 0) {
      return 0;
    }
    int counts = documents.get(lowerHash);
    counts -= leftOut.isEmpty() ? 0 : leftOut.get(lowerHash);
    int named = counts >>> 16;
    int outside = counts & 0xffff;
    if (named == 0) {
      return Math.min(outside, 2);
    }
    if (outside == 0) {
      return 6;
    }
    return named > outside ? 5 : named * SELDOM < outside ? 3 : 4;
  }

  /** Returns the lexicon without one of its documents, for training on that document. */
  public NameLexicon without(DocumentWords words, byte[] tags) {
    if (documents.isEmpty()) {
      return this;
    }
    NameLexicon own = new NameLexicon();
    own.count(words, tags);
    return new NameLexicon(documents, own.documents, mayBeKnown);
  }

  /** Adds a training document with the tags of its tokens. */
  public void count(DocumentWords words, byte[] tags) {
    int[] seen = new int[words.distinct()];
    for (int i = 0; i < tags.length; i++) {
      int place = tags[i] == Tags.OUTSIDE ? OUTSIDE : IN_NAME;
      if (words.hasCapital(i) && (seen[words.id[i]] & place) == 0) {
        seen[words.id[i]] |= place;
        add(words.lower[i], place);
      }
    }
  }

  private void add(int lowerHash, int counts) {
    documents.addTo(lowerHash, counts);
    mayBeKnown[filterWord(lowerHash)] |= 1L << lowerHash;
  }

  /** Returns the element with the bit of a hash. The bit is given by the low bits of the hash. */
  private int filterWord(int lowerHash) {
    return (lowerHash >>> 6) & (mayBeKnown.length - 1);
  }

  static NameLexicon read(DataInputStream in) throws IOException {
    NameLexicon lexicon = new NameLexicon();
    int count = in.readInt();
    lexicon.documents.ensureCapacity(count);
    for (int i = 0; i < count; i++) {
      lexicon.add(in.readInt(), in.readInt());
    }
    return lexicon;
  }

  void write(DataOutputStream out) throws IOException {
    int[] words = documents.keySet().toIntArray();
    Arrays.sort(words);
    out.writeInt(words.length);
    for (int word : words) {
      out.writeInt(word);
      out.writeInt(documents.get(word));
    }
  }
}
