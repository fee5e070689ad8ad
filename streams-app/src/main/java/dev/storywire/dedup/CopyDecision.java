package dev.storywire.dedup;

import java.util.Locale;

/**
 * The decision whether one of two articles is a copy of the other.
 *
 * @param copy true if they have the same text: reprinted, trimmed, extended, corrected or with a
 *     new headline
 * @param score probability of a copy, 0 to 1
 * @param similarity share of the words of the shorter text within common runs, 0 to 1
 * @param because explanation in one sentence
 */
public record CopyDecision(boolean copy, double score, double similarity, String because) {
  static CopyDecision no(double similarity, String because) {
    return new CopyDecision(false, 0, similarity, because);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }
}
