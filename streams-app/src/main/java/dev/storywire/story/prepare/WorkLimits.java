package dev.storywire.story.prepare;

/**
 * Limits for the work that one item may cause. Every stage of the preparation takes time in
 * proportion to the text, so that counts bound the time, and the same item is refused on every
 * machine. The longest news features stay below a tenth of each limit.
 */
final class WorkLimits {
  /** Words and punctuation marks: 200,000 in a running text of a million characters. */
  static final int MAX_TOKENS = 300_000;

  /** Distinct names. Each is looked up and stored in the lane: a voter list is not an article. */
  static final int MAX_NAMES = 5_000;

  private WorkLimits() {}

  static void checkTokens(int tokens) {
    check(tokens, MAX_TOKENS, "words and punctuation marks");
  }

  static void checkNames(int names) {
    check(names, MAX_NAMES, "distinct names");
  }

  private static void check(int count, int most, String unit) {
    if (count > most) {
      throw new RefusedItemException(
          "too-costly",
          String.format("The item has %d %s; at most %d are processed.", count, unit, most));
    }
  }
}
