package dev.storywire.dedup;

/** Compares two headlines word by word. */
final class HeadlineComparison {
  private HeadlineComparison() {}

  static boolean areSame(Fingerprint a, Fingerprint b) {
    return a.headline().length == b.headline().length && differences(a, b, false) == 0;
  }

  /**
   * Returns true for headlines of one template: "2026: the year in pictures" and "2025: the year in
   * pictures".
   */
  static boolean differOnlyInNumbers(Fingerprint a, Fingerprint b) {
    return a.headline().length == b.headline().length
        && differences(a, b, false) > 0
        && differences(a, b, true) == 0;
  }

  private static int differences(Fingerprint a, Fingerprint b, boolean exceptNumbers) {
    int differences = 0;
    for (int i = 0; i < a.headline().length; i++) {
      int x = a.headline()[i];
      int y = b.headline()[i];
      boolean excused = exceptNumbers && Word.isNumber(x) && Word.isNumber(y);
      differences += (Word.hash(x) == Word.hash(y) || excused) ? 0 : 1;
    }
    return differences;
  }
}
