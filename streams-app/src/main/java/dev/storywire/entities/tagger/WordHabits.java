package dev.storywire.entities.tagger;

import dev.storywire.text.WordHash;
import java.util.Arrays;

/** Looks up the words of a document, and their endings, in the lexicons of the training texts. */
public final class WordHabits {
  /** For a token without a capital, and beyond the sentence. */
  static final int NO_CAPITAL = NameLexicon.HABITS;

  /** Length limits of the last part of a compound, in chars. */
  private static final int SHORTEST_ENDING = 4;

  private static final int LONGEST_COUNTED = 8;

  private final DocumentWords words;
  private final HabitTable table;
  private final NameLexicon names;

  /** The habits of each distinct word plus one; 0 if they were not looked up yet. */
  private final short[] known;

  /** The result of {@link #ofEnding} for each distinct word plus one; 0 if not looked up yet. */
  private final byte[] knownEndings;

  /**
   * @param names for the endings of words; empty if the language has no such lexicon
   */
  public WordHabits(DocumentWords words, HabitTable table, NameLexicon names) {
    this.words = words;
    this.table = table;
    this.names = names;
    this.known = new short[words.distinct()];
    this.knownEndings = new byte[names.isEmpty() ? 0 : words.distinct()];
  }

  /** Returns the {@link CaseLexicon#habit} of token i. */
  int ofCase(int i) {
    return HabitTable.ofCase(of(i));
  }

  /**
   * Returns the {@link NameLexicon#habit} of token i, or {@link #NO_CAPITAL}.
   *
   * @param from first token of the sentence
   * @param to the token after the sentence
   */
  int inNames(int i, int from, int to) {
    return i < from || i >= to || !words.hasCapital(i) ? NO_CAPITAL : HabitTable.inNames(of(i));
  }

  boolean isCommon(int i) {
    return HabitTable.isCommon(of(i));
  }

  /** Returns true if token i is known to begin no name in the lists. */
  boolean isUnlisted(int i) {
    return HabitTable.isUnlisted(of(i));
  }

  private int of(int i) {
    int id = words.id[i];
    if (known[id] == 0) {
      known[id] = (short) (1 + table.get(words.lower[i]));
    }
    return known[id] - 1;
  }

  /**
   * Returns the length and the habit of the longest known ending of token i; 0 if none is known.
   */
  int ofEnding(int i) {
    int id = words.id[i];
    if (knownEndings[id] == 0) {
      knownEndings[id] = (byte) (1 + findEnding(i));
    }
    return knownEndings[id] - 1;
  }

  private int findEnding(int i) {
    String text = words.text.text();
    int from = words.text.start(i) + 1;
    int end = words.text.end(i);
    int[] hashes = new int[Math.max(0, end - from - SHORTEST_ENDING + 1)];
    Arrays.fill(hashes, WordHash.EMPTY);
    for (int at = from; at < end; at++) {
      char c = WordHash.lower(WordHash.plain(text.charAt(at)));
      int begun = Math.min(at - from + 1, hashes.length);
      // the hashes do not depend on each other, so that the processor computes several at once
      for (int h = 0; h < begun; h++) {
        hashes[h] = WordHash.add(hashes[h], c);
      }
    }
    for (int h = 0; h < hashes.length; h++) {
      int habit = names.habit(hashes[h]);
      if (habit != 0) {
        return Math.min(end - from - h, LONGEST_COUNTED) * 8 + habit;
      }
    }
    return 0;
  }
}
