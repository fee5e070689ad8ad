package dev.storywire.entities.tagger;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/**
 * Counts how often a word is capitalised in the training texts. It distinguishes "Reading" at the
 * beginning of a sentence from the town, and helps with headlines and text in capitals.
 *
 * @param documents by hash of the lower-case word: the numbers of documents in which it is
 *     capitalised in running text (high half) and in lower case (low half)
 */
public record CaseLexicon(Int2IntOpenHashMap documents) {
  private static final int CAPITALISED = 1 << 16;
  private static final int LOWER = 1;

  /** The {@link #habit} of a word that is mostly capitalised. */
  static final int MOSTLY = 3;

  /** A common word is in lower case more than this many times as often as capitalised. */
  private static final int COMMON_RATIO = 3;

  /**
   * Returns 0 for an unknown word, 1 if it is never capitalised, 2 if rarely, 3 if mostly, 4 if
   * always.
   */
  public int habit(int lowerHash) {
    return habitOf(documents.get(lowerHash));
  }

  /** Returns true if a word is known and seldom capitalised. */
  boolean isCommon(int lowerHash) {
    int counts = documents.get(lowerHash);
    return (counts >>> 16) * COMMON_RATIO < (counts & 0xffff);
  }

  /** Returns the lexicon without one of its documents, for training on that document. */
  public CaseLexicon without(DocumentWords words) {
    Int2IntOpenHashMap own = new Int2IntOpenHashMap();
    new CaseLexicon(own).count(words);
    own.int2IntEntrySet().forEach(e -> e.setValue(documents.get(e.getIntKey()) - e.getIntValue()));
    return new CaseLexicon(own);
  }

  /** Adds a training document. */
  public void count(DocumentWords words) {
    boolean[] counted = new boolean[words.distinct()];
    for (int i = 0; i < words.lower.length; i++) {
      if (!counted[words.id[i]]) {
        counted[words.id[i]] = true;
        int seen = words.seenElsewhere(i);
        documents.addTo(
            words.lower[i], ((seen & 1) != 0 ? LOWER : 0) + ((seen & 2) != 0 ? CAPITALISED : 0));
      }
    }
  }

  private static int habitOf(int counts) {
    int capitalised = counts >>> 16;
    int lower = counts & 0xffff;
    if (lower + capitalised == 0) {
      return 0;
    }
    if (capitalised == 0) {
      return 1;
    }
    if (lower == 0) {
      return 4;
    }
    return lower >= capitalised ? 2 : MOSTLY;
  }
}
