package dev.storywire.entities.tagger;

import dev.storywire.text.WordHash;
import it.unimi.dsi.fastutil.ints.IntCollection;
import java.util.stream.Stream;

/**
 * The habits of words in the training texts, from both lexicons: {@link CaseLexicon#habit} and
 * {@link NameLexicon#habit}. It is a hash table with each word next to its habits, so that a lookup
 * accesses one cache line. Immutable.
 */
public final class HabitTable {
  /** No words. */
  public static final HabitTable NONE = new HabitTable(0);

  /** Bits of the habit of the case, below those of the habit in names. */
  private static final int CASE_BITS = 3;

  private static final int COMMON = 1 << (2 * CASE_BITS);
  private static final int UNLISTED = COMMON << 1;

  /** The hash in the low half, the habits above it. An entry without habits is free. */
  private final long[] table;

  private HabitTable(int words) {
    this.table = new long[Integer.highestOneBit(Math.max(8, words)) * 4];
  }

  /**
   * Returns the habits of some words.
   *
   * @param words hashes of the words in lower case; may be repeated
   */
  public static HabitTable of(int[] words, CaseLexicon lexicon, NameLexicon names) {
    HabitTable habits = new HabitTable(words.length);
    for (int word : words) {
      long both = lexicon.habit(word) | names.habit(word) << CASE_BITS;
      habits.table[habits.slot(word)] = Integer.toUnsignedLong(word) | both << Integer.SIZE;
    }
    return habits;
  }

  /**
   * Returns the habits of all words of a model, which of them are common, and which begin no name
   * in the lists.
   */
  static HabitTable of(TagModel model, Gazetteer gazetteer) {
    int[] words =
        Stream.of(
                model.lexicon().documents().keySet(),
                model.names().documents().keySet(),
                model.common().hashes())
            .flatMapToInt(IntCollection::intStream)
            .toArray();
    HabitTable habits = of(words, model.lexicon(), model.names());
    for (int word : words) {
      int flags =
          (model.common().contains(word) ? COMMON : 0) | (gazetteer.mayBegin(word) ? 0 : UNLISTED);
      habits.table[habits.slot(word)] |= (long) flags << Integer.SIZE;
    }
    return habits;
  }

  static boolean isCommon(int habits) {
    return (habits & COMMON) != 0;
  }

  /** Returns true if a word is known to begin no name in the lists. */
  static boolean isUnlisted(int habits) {
    return (habits & UNLISTED) != 0;
  }

  /** Returns the habits of a word, for {@link #ofCase} and {@link #inNames}. */
  int get(int lowerHash) {
    return (int) (table[slot(lowerHash)] >>> Integer.SIZE);
  }

  static int ofCase(int habits) {
    return habits & ((1 << CASE_BITS) - 1);
  }

  static int inNames(int habits) {
    return habits >>> CASE_BITS & ((1 << CASE_BITS) - 1);
  }

  /** Returns the slot of a word, or the free slot for it. */
  private int slot(int lowerHash) {
    int slot = WordHash.mix(lowerHash, 0) & (table.length - 1);
    while (table[slot] != 0 && (int) table[slot] != lowerHash) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }
}
