package dev.storywire.dedup;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import com.dynatrace.hash4j.similarity.SuperMinHashVersion;

/**
 * Computes the keys by which candidates for copies are found: MinHash values (Broder 1997) of the
 * word n-grams of a text, each used as a separate band.
 *
 * <p>A trimmed or extended copy may share only a sixth of its n-grams with the original, so that
 * bands of several values would miss it. Therefore a single common value makes a candidate, and the
 * comparison decides. Some bands cover only the opening, which trimming does not change.
 */
final class Bands {
  /** Number of keys per article. */
  static final int COUNT = 24;

  /** Number of keys that cover only the opening. */
  private static final int OPENING_KEYS = 8;

  private static final int OPENING_WORDS = 80;

  /** Words of an n-gram. Shorter ones are common in any two reports on one subject. */
  private static final int RUN = 5;

  private static final Hasher64 HASH = Hashing.wyhashFinal4();

  // versions are pinned, since the keys are stored
  private static final SimilarityHashPolicy WHOLE_POLICY =
      SimilarityHashing.superMinHash(COUNT - OPENING_KEYS, Integer.SIZE, SuperMinHashVersion.V1);
  private static final SimilarityHashPolicy OPENING_POLICY =
      SimilarityHashing.superMinHash(OPENING_KEYS, Integer.SIZE, SuperMinHashVersion.V1);

  private Bands() {}

  /**
   * Returns the keys of an article; none if it has neither text nor headline.
   *
   * @param words words of the text, encoded by {@link Word}
   * @param headline words of the headline, used if there is no text
   */
  static int[] of(int[] words, int[] headline) {
    if (words.length >= RUN) {
      long[] runs = runs(words);
      int[] keys = new int[COUNT];
      fill(keys, 0, COUNT - OPENING_KEYS, WHOLE_POLICY, runs, runs.length);
      fill(
          keys,
          COUNT - OPENING_KEYS,
          OPENING_KEYS,
          OPENING_POLICY,
          runs,
          Math.min(runs.length, OPENING_WORDS - RUN + 1));
      return keys;
    }
    return headline.length == 0 ? new int[0] : new int[] {flashKey(headline)};
  }

  private static void fill(
      int[] keys, int from, int count, SimilarityHashPolicy policy, long[] runs, int length) {
    byte[] hash =
        policy.createHasher().compute(ElementHashProvider.ofFunction(i -> runs[i], length));
    for (int band = 0; band < count; band++) {
      // the band is part of the key, so that keys of different bands do not collide
      keys[from + band] =
          (int) HASH.hashLongLongToLong(policy.getComponent(hash, band), from + band);
    }
  }

  private static long[] runs(int[] words) {
    long[] runs = new long[words.length - RUN + 1];
    for (int i = 0; i < runs.length; i++) {
      long run = 0;
      for (int k = i; k < i + RUN; k++) {
        run = HASH.hashLongLongToLong(run, Word.hash(words[k]));
      }
      runs[i] = run;
    }
    return runs;
  }

  private static int flashKey(int[] headline) {
    long key = 0;
    for (int word : headline) {
      key = HASH.hashLongLongToLong(key, Word.hash(word));
    }
    return (int) key;
  }
}
