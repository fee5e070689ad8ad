package dev.storywire.text;

import java.util.function.IntUnaryOperator;

/**
 * Hashes of words that are computed while a text is read, without a string for each word. They
 * depend only on the text. Models and stored fingerprints contain them.
 */
public final class WordHash {
  /** The hash of an empty word. */
  public static final int EMPTY = 0x811c9dc5;

  private static final int PRIME = 0x01000193;

  /** The inverse of the prime modulo 2^32. */
  private static final int INVERSE = 0x359c449b;

  private static final char[] PLAIN = latin(c -> plainOf((char) c));
  private static final char[] LOWER = latin(Character::toLowerCase);

  private WordHash() {}

  /** Adds a char to a running FNV-1a hash. */
  public static int add(int hash, int c) {
    return (hash ^ c) * PRIME;
  }

  /** Returns the running hash before the last char was added. */
  public static int remove(int hash, int last) {
    return (hash * INVERSE) ^ last;
  }

  /** Returns the hash of a part of a text, with typographic quotes and dashes replaced. */
  public static int of(CharSequence text, int from, int to) {
    int hash = EMPTY;
    for (int i = from; i < to; i++) {
      hash = add(hash, plain(text.charAt(i)));
    }
    return hash;
  }

  /** Returns the same hash for the part in lower case. */
  public static int ofLower(CharSequence text, int from, int to) {
    int hash = EMPTY;
    for (int i = from; i < to; i++) {
      hash = add(hash, lower(plain(text.charAt(i))));
    }
    return hash;
  }

  /** Returns the hash of a word in lower case. */
  public static int ofLower(String word) {
    return ofLower(word, 0, word.length());
  }

  /** Mixes two values, depending on their order (finaliser of MurmurHash3). */
  public static int mix(int a, int b) {
    int h = a * 0x9e3779b9 + b;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }

  /** Returns the plain quote or dash for a typographic one. */
  public static char plain(char c) {
    return c < PLAIN.length ? PLAIN[c] : plainOf(c);
  }

  private static char plainOf(char c) {
    return switch (c) {
      case '’', '‘', '`', '´' -> '\'';
      case '“', '”', '„', '«', '»' -> '"';
      case '–', '—', '‐', '‑' -> '-';
      default -> c;
    };
  }

  /** Returns a char in lower case. */
  public static char lower(char c) {
    return c < LOWER.length ? LOWER[c] : Character.toLowerCase(c);
  }

  /** Returns the result of a function for each char of Latin-1. */
  private static char[] latin(IntUnaryOperator function) {
    char[] table = new char[256];
    for (int c = 0; c < table.length; c++) {
      table[c] = (char) function.applyAsInt(c);
    }
    return table;
  }
}
