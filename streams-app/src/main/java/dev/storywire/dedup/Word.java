package dev.storywire.dedup;

/** A word of a fingerprint in 24 bits: a hash of its letters, and what kind of word it is. */
final class Word {
  /** It has a digit. */
  static final int NUMBER = 1 << 20;

  /** It has a capital within a sentence. */
  static final int NAME = 1 << 21;

  /** It stands between quotation marks. */
  static final int QUOTED = 1 << 22;

  private static final int HASH = NUMBER - 1;
  private static final long SEED = 0x9E3779B97F4A7C15L;

  private Word() {}

  /** The word's identity: the same for the same letters, whatever kind they are. */
  static int hash(int word) {
    return word & HASH;
  }

  static boolean isNumber(int word) {
    return (word & NUMBER) != 0;
  }

  static boolean isName(int word) {
    return (word & NAME) != 0;
  }

  /** A number or a name: what a report is about, and what a form leaves blank. */
  static boolean isFact(int word) {
    return (word & (NUMBER | NAME)) != 0;
  }

  static boolean isQuoted(int word) {
    return (word & QUOTED) != 0;
  }

  /** Where the hash of a word starts. */
  static long begin() {
    return SEED;
  }

  /** Goes on with one character (FNV-1a's step). */
  static long add(long state, int character) {
    return (state ^ character) * 0x100000001B3L;
  }

  /** The hash of all characters added (finished as MurmurHash3 does). */
  static int end(long state) {
    long h = state;
    h = (h ^ h >>> 33) * 0xFF51AFD7ED558CCDL;
    h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
    return (int) (h >>> 40) & HASH;
  }
}
