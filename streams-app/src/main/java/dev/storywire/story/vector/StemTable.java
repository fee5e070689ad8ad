package dev.storywire.story.vector;

import dev.storywire.text.terms.Stems;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How common stems are in English news in general: the share of articles each stands in.
 *
 * <p>The shipped table has a line for each half power of two: {@code n stem stem ...} says that the
 * stems stand in about one of 2^(n/2) articles. A stem it does not have is rarer than all it has.
 */
public final class StemTable {
  /** Level of a stem that the table lacks: about one of 10,000 articles. */
  private static final int UNKNOWN = 27;

  /** The share of articles at each level. */
  private static final double[] SHARES =
      IntStream.rangeClosed(0, UNKNOWN).mapToDouble(n -> StrictMath.pow(2, -n / 2.0)).toArray();

  private final Int2IntOpenHashMap levels = new Int2IntOpenHashMap();

  /** The table that these lines, of which those with a # are comments, make. */
  public StemTable(List<String> lines) {
    levels.defaultReturnValue(UNKNOWN);
    for (String line : lines) {
      if (!line.startsWith("#")) {
        String[] words = line.split(" ");
        int level = Integer.parseInt(words[0]);
        for (int i = 1; i < words.length; i++) {
          levels.put(Stems.hash(words[i]), level);
        }
      }
    }
  }

  /** The share of articles that a term stands in, more than 0. */
  public double share(int term) {
    return SHARES[levels.get(term)];
  }
}
