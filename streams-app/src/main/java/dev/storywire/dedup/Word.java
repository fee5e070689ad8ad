package dev.storywire.dedup;

import dev.storywire.text.WordHash;

/** Encodes a word of a fingerprint in 24 bits: a hash of its letters, and its kind. */
final class Word {
  /** The word contains a digit. */
  static final int NUMBER = 1 << 20;

  /** The word is capitalised within a sentence. */
  static final int NAME = 1 << 21;

  /** The word is within quotation marks. */
  static final int QUOTED = 1 << 22;

  private static final int HASH_BITS = 20;
  private static final int HASH = NUMBER - 1;

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

  /** Returns the word for a running {@link WordHash} of its letters. */
  static int of(int state) {
    return WordHash.mix(state, 0) >>> (Integer.SIZE - HASH_BITS);
  }
}
