package dev.storywire.story.link;

import dev.storywire.story.prepare.Signature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Another article that probably reports the same event.
 *
 * @param names the distinctive names that both have, in the order of the other article
 * @param numbers the distinctive numbers that both have
 */
public record SignatureMatch(Signature other, List<String> names, List<String> numbers) {
  /** The order of matches: the most evidence first, then the latest, then by uri. */
  static final Comparator<SignatureMatch> BEST_FIRST =
      Comparator.comparingInt(SignatureMatch::evidence)
          .thenComparingLong(match -> match.other().time())
          .reversed()
          .thenComparing(match -> match.other().uri());

  private static final int MIN_NAMES = 2;
  private static final int MIN_EVIDENCE = 3;

  static SignatureMatch of(Signature other) {
    return new SignatureMatch(other, new ArrayList<>(), new ArrayList<>());
  }

  private int evidence() {
    return names.size() + numbers.size();
  }

  /** Returns true if this is enough: three names, or two names and a number. */
  boolean isSufficient() {
    return names.size() >= MIN_NAMES && evidence() >= MIN_EVIDENCE;
  }
}
