package dev.storywire.entities.tagger;

/** The form of each char of a word, of which its shape consists. */
final class LetterForms {
  private static final char[] LATIN = latin();

  private LetterForms() {}

  /**
   * Returns X for an upper-case letter, x for a lower-case one, d for a digit, u for a letter
   * without case; else the character.
   */
  static char of(char c) {
    return c < LATIN.length ? LATIN[c] : find(c);
  }

  private static char find(char c) {
    if (c < 128 && Character.isDigit(c)) {
      return 'd';
    }
    if (Character.isUpperCase(c)) {
      return 'X';
    }
    return Character.isLowerCase(c) ? 'x' : Character.isLetter(c) ? 'u' : c;
  }

  /** Returns the form of each char of Latin-1. */
  private static char[] latin() {
    char[] forms = new char[256];
    for (char c = 0; c < forms.length; c++) {
      forms[c] = find(c);
    }
    return forms;
  }
}
