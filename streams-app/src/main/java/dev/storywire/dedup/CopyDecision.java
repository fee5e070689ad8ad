package dev.storywire.dedup;

import java.util.Locale;

/**
 * Whether of two articles one is a copy of the other, and why.
 *
 * @param copy the same text reprinted, trimmed, extended, corrected or re-headlined
 * @param score how likely it is a copy, 0 to 1
 * @param similarity share of the shorter text's words in common runs, 0 to 1
 * @param because a sentence for a person
 */
public record CopyDecision(boolean copy, double score, double similarity, String because) {
  static CopyDecision no(double similarity, String because) {
    return new CopyDecision(false, 0, similarity, because);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }
}
