package dev.storywire.text;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the ends of sentences: line breaks, and the sentence boundaries of UAX #29 (the JDK's
 * iterator), except after the dot of an abbreviation.
 */
final class Sentences {
  /**
   * Words that begin a new sentence after {@code U.S.} or {@code Inc.} rather than continue a name.
   */
  private static final Set<String> OPENERS =
      Set.of(
          "A",
          "After",
          "All",
          "Although",
          "An",
          "And",
          "As",
          "At",
          "Because",
          "Before",
          "But",
          "By",
          "For",
          "From",
          "He",
          "Her",
          "His",
          "However",
          "I",
          "If",
          "In",
          "It",
          "Its",
          "Last",
          "Meanwhile",
          "More",
          "No",
          "Not",
          "On",
          "One",
          "Our",
          "She",
          "Since",
          "So",
          "Some",
          "That",
          "The",
          "Their",
          "There",
          "These",
          "They",
          "This",
          "Those",
          "To",
          "Under",
          "We",
          "What",
          "When",
          "While",
          "With",
          "Yet",
          "You");

  private Sentences() {}

  /** Returns for each sentence the index of the token after its last token. */
  static int[] ends(String text, int[] starts, int[] ends, Locale locale) {
    IntArrayList sentenceEnds = new IntArrayList();
    BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
    breaks.setText(text);
    int next = breaks.next();
    for (int t = 0; t < starts.length - 1; t++) {
      while (next != BreakIterator.DONE && next < ends[t]) {
        next = breaks.next();
      }
      boolean breakSeen = next != BreakIterator.DONE && next <= starts[t + 1];
      if (hasLineBreak(text, ends[t], starts[t + 1])
          || (breakSeen && !isAbbreviation(text, starts, ends, t))) {
        sentenceEnds.add(t + 1);
      }
    }
    if (starts.length > 0) {
      sentenceEnds.add(starts.length);
    }
    return sentenceEnds.toIntArray();
  }

  /** Returns true if the boundary after token t is only the dot of an abbreviation. */
  private static boolean isAbbreviation(String text, int[] starts, int[] ends, int t) {
    if (WordBoundaries.isLeadingAbbreviation(text, starts[t], ends[t])) {
      return true;
    }
    return WordBoundaries.hasOwnDot(text, starts[t], ends[t])
        && !OPENERS.contains(text.substring(starts[t + 1], ends[t + 1]));
  }

  private static boolean hasLineBreak(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        return true;
      }
    }
    return false;
  }
}
