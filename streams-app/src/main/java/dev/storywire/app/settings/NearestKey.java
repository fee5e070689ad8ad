package dev.storywire.app.settings;

import java.util.Collection;
import java.util.Comparator;

/** Suggests a key for a misspelt one. */
final class NearestKey {
  private NearestKey() {}

  /**
   * Returns the key with the smallest edit distance to {@code written}; ties go by the alphabet.
   */
  static String of(String written, Collection<String> keys) {
    return keys.stream()
        .min(
            Comparator.comparingInt((String key) -> distance(written, key))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /** Returns the Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
