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
public record Match(Signature other, List<String> names, List<String> numbers) {
  /** The order of matches: the most evidence first, then the latest, then by uri. */
  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparingInt(Match::evidence)
          .thenComparingLong(match -> match.other().time())
          .reversed()
          .thenComparing(match -> match.other().uri());

  private static final int FEWEST_NAMES = 2;
  private static final int LEAST_EVIDENCE = 3;

  static Match of(Signature other) {
    return new Match(other, new ArrayList<>(), new ArrayList<>());
  }

  Match better(Match match) {
    return BEST_FIRST.compare(this, match) <= 0 ? this : match;
  }

  private int evidence() {
    return names.size() + numbers.size();
  }

  /** Returns true if this is enough: three names, or two names and a number. */
  boolean isSufficient() {
    return names.size() >= FEWEST_NAMES && evidence() >= LEAST_EVIDENCE;
  }
}
