package dev.storywire.dedup;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.time.Duration;

/** Compares two fingerprints: their common runs of words, and the words between the runs. */
public final class CopyComparison {
  /** Minimum length of a long run. Shorter runs are common in news on one subject. */
  private static final int LONG_RUN = 5;

  /** Maximum number of words between two runs in which a different number is a replacement. */
  private static final int NUMBER_GAP = 3;

  private static final int FACT_GAP = 6;

  /** Number of words in the opening of a text. */
  private static final int OPENING = 30;

  private static final int OPENING_SHARE = 8;

  private final Fingerprint a;
  private final Fingerprint b;
  private final Tiling tiling;
  private final IntSet knownToA;
  private final IntSet knownToB;

  public CopyComparison(Fingerprint a, Fingerprint b) {
    this.a = a;
    this.b = b;
    this.tiling = Tiling.of(a.words(), b.words());
    this.knownToA = known(a);
    this.knownToB = known(b);
  }

  /** Returns the share of the shorter text that is within common runs. */
  public double similarity() {
    int common = 0;
    for (int t = 0; t < tiling.count(); t++) {
      common += tiling.length(t);
    }
    return shorter() == 0 ? 0 : (double) common / shorter();
  }

  /** Returns true if enough words of the opening of either text are within common runs. */
  public boolean sharesAnOpening() {
    return opening(tiling::isInA, a) || opening(tiling::isInB, b);
  }

  private static boolean opening(WordTest isInRun, Fingerprint of) {
    int common = 0;
    int words = Math.min(OPENING, of.length());
    for (int i = 0; i < words; i++) {
      common += isInRun.test(i) ? 1 : 0;
    }
    return common * OPENING_SHARE >= words;
  }

  public CopyFeatures features(Duration apart) {
    double days = Math.log1p(apart.abs().toMinutes() / (24 * 60.0));
    Replacements replaced = replacements();
    return new CopyFeatures(
        Math.max(
            share(a, w -> !Word.isQuoted(w) && Word.isFact(w), tiling::isInA),
            share(b, w -> !Word.isQuoted(w) && Word.isFact(w), tiling::isInB)),
        longRuns(),
        Math.min(headlineShare(a, knownToB), headlineShare(b, knownToA)),
        replaced.numbers
            * (1 + days)
            / (1 + Math.min(count(a, Word::isNumber), count(b, Word::isNumber))),
        replaced.facts
            * (1 + days)
            / (1 + Math.min(count(a, Word::isFact), count(b, Word::isFact))));
  }

  private int shorter() {
    return Math.min(a.length(), b.length());
  }

  private double longRuns() {
    int words = 0;
    for (int t = 0; t < tiling.count(); t++) {
      words += tiling.length(t) >= LONG_RUN ? tiling.length(t) : 0;
    }
    return (double) words / Math.max(1, shorter());
  }

  private Replacements replacements() {
    int[] order = tiling.inOrderOfA();
    var replaced = new Replacements(0, 0);
    for (int k = 0; k + 1 < order.length; k++) {
      int fromA = tiling.endA(order[k]);
      int fromB = tiling.endB(order[k]);
      int gapA = tiling.startA(order[k + 1]) - fromA;
      int gapB = tiling.startB(order[k + 1]) - fromB;
      if (gapB >= 0 && Math.max(gapA, gapB) <= FACT_GAP) {
        boolean near = Math.max(gapA, gapB) <= NUMBER_GAP;
        replaced =
            replaced.plus(
                near && hasNumber(a, fromA, gapA) && hasNumber(b, fromB, gapB),
                hasOwnFact(a, fromA, gapA, knownToB) && hasOwnFact(b, fromB, gapB, knownToA));
      }
    }
    return replaced;
  }

  private static boolean hasNumber(Fingerprint text, int from, int words) {
    for (int i = from; i < from + words; i++) {
      if (Word.isNumber(text.word(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasOwnFact(Fingerprint text, int from, int words, IntSet knownToOther) {
    for (int i = from; i < from + words; i++) {
      if (Word.isFact(text.word(i)) && !knownToOther.contains(Word.hash(text.word(i)))) {
        return true;
      }
    }
    return false;
  }

  private static double headlineShare(Fingerprint of, IntSet knownToOther) {
    int found = 0;
    for (int word : of.headline()) {
      found += knownToOther.contains(Word.hash(word)) ? 1 : 0;
    }
    return smoothed(found, of.headline().length);
  }

  /** Returns the share of the words of a kind whose positions satisfy a test. */
  private static double share(Fingerprint of, WordTest kind, WordTest test) {
    int all = 0;
    int passed = 0;
    for (int i = 0; i < of.length(); i++) {
      if (kind.test(of.word(i))) {
        all++;
        passed += test.test(i) ? 1 : 0;
      }
    }
    return smoothed(passed, all);
  }

  /** Returns a smoothed share, which is one half if there is nothing to count. */
  private static double smoothed(int part, int whole) {
    return (part + 0.5) / (whole + 1);
  }

  private static int count(Fingerprint of, WordTest kind) {
    int count = 0;
    for (int word : of.words()) {
      count += kind.test(word) ? 1 : 0;
    }
    return count;
  }

  private static IntSet known(Fingerprint of) {
    var known = new IntOpenHashSet(of.length() + of.headline().length);
    for (int word : of.words()) {
      known.add(Word.hash(word));
    }
    for (int word : of.headline()) {
      known.add(Word.hash(word));
    }
    return known;
  }

  /** A predicate on a word or a position. */
  private interface WordTest {
    boolean test(int wordOrPlace);
  }

  private record Replacements(int numbers, int facts) {
    Replacements plus(boolean number, boolean fact) {
      return new Replacements(numbers + (number ? 1 : 0), facts + (fact ? 1 : 0));
    }
  }
}
