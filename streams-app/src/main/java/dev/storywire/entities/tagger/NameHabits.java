package dev.storywire.entities.tagger;

import dev.storywire.text.WordHash;

/** Looks up the capitalised words of a document, and their endings, in a {@link NameLexicon}. */
final class NameHabits {
  /** For a token without a capital, and beyond the sentence. */
  static final int NO_CAPITAL = NameLexicon.HABITS;

  /** Length limits of the last part of a compound, in chars. */
  private static final int SHORTEST_ENDING = 4;

  private static final int LONGEST_COUNTED = 8;

  private final DocumentWords words;
  private final NameLexicon names;

  /** The habit of each distinct word plus one; 0 if it was not looked up yet. */
  private final byte[] known;

  /** The result of {@link #ofEnding} for each distinct word plus one; 0 if not looked up yet. */
  private final byte[] knownEndings;

  NameHabits(DocumentWords words, NameLexicon names) {
    this.words = words;
    this.names = names;
    this.known = new byte[words.distinct()];
    this.knownEndings = new byte[words.distinct()];
  }

  /**
   * Returns the {@link NameLexicon#habit} of token i, or {@link #NO_CAPITAL}.
   *
   * @param from first token of the sentence
   * @param to the token after the sentence
   */
  int of(int i, int from, int to) {
    if (i < from || i >= to || !words.hasCapital(i)) {
      return NO_CAPITAL;
    }
    int id = words.id[i];
    if (known[id] == 0) {
      known[id] = (byte) (1 + names.habit(words.lower[i]));
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
    int end = words.text.end(i);
    for (int start = words.text.start(i) + 1; end - start >= SHORTEST_ENDING; start++) {
      int habit = names.habit(WordHash.ofLower(words.text.text(), start, end));
      if (habit != 0) {
        return Math.min(end - start, LONGEST_COUNTED) * 8 + habit;
      }
    }
    return 0;
  }
}
