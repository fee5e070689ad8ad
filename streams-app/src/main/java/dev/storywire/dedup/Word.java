package dev.storywire.dedup;

/** Encodes a word of a fingerprint in 24 bits: a hash of its letters, and its kind. */
final class Word {
  /** The word contains a digit. */
  static final int NUMBER = 1 << 20;

  /** The word is capitalised within a sentence. */
  static final int NAME = 1 << 21;

  /** The word is within quotation marks. */
  static final int QUOTED = 1 << 22;

  private static final int HASH = NUMBER - 1;
  private static final long SEED = 0x9E3779B97F4A7C15L;

  private Word() {}

  /** Returns the hash, which is the same for the same letters of any kind. */
  static int hash(int word) {
    return word & HASH;
  }

  static boolean isNumber(int word) {
    return (word & NUMBER) != 0;
  }

  static boolean isName(int word) {
    return (word & NAME) != 0;
  }

  /** Returns true for a number or a name, which are the variable parts of a template. */
  static boolean isFact(int word) {
    return (word & (NUMBER | NAME)) != 0;
  }

  static boolean isQuoted(int word) {
    return (word & QUOTED) != 0;
  }

  /** Returns the initial state of a hash. */
  static long begin() {
    return SEED;
  }

  /** Adds one character to a hash (FNV-1a). */
  static long add(long state, int character) {
    return (state ^ character) * 0x100000001B3L;
  }

  /** Finishes a hash (with the finaliser of MurmurHash3). */
  static int end(long state) {
    long h = state;
    h = (h ^ h >>> 33) * 0xFF51AFD7ED558CCDL;
    h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
    return (int) (h >>> 40) & HASH;
  }
}
