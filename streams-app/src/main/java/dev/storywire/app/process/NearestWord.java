package dev.storywire.app.process;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests a word for a misspelt one. */
public final class NearestWord {
  private static final int LETTERS_PER_ERROR = 3;

  private NearestWord() {}

  /**
   * Returns the word that differs from {@code written} by the fewest typing errors, at most one in
   * three letters; ties go by the alphabet.
   */
  public static Optional<String> of(String written, Collection<String> words) {
    return words.stream()
        .filter(word -> errors(written, word) <= Math.max(1, written.length() / LETTERS_PER_ERROR))
        .min(
            Comparator.comparingInt((String word) -> errors(written, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Counts the letters that are missing, additional, wrong, or swapped with the next one. */
  private static int errors(String a, String b) {
    int[][] errors = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          errors[i][j] = i + j;
          continue;
        }
        int wrong = errors[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        errors[i][j] = Math.min(wrong, Math.min(errors[i - 1][j], errors[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          errors[i][j] = Math.min(errors[i][j], errors[i - 2][j - 2] + 1);
        }
      }
    }
    return errors[a.length()][b.length()];
  }
}
