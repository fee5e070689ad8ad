package dev.storywire.story.vector;

import dev.storywire.text.terms.Stems;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The share of news articles in one language that contain each stem.
 *
 * <p>The shipped table has a line for each half power of two: {@code n stem stem ...} means that
 * about one of 2^(n/2) articles contains each stem. A stem that is not in the table counts as rarer
 * than all others.
 */
public final class StemTable {
  /** Level of a stem that the table lacks: about one of 10,000 articles. */
  private static final int UNKNOWN = 27;

  /** The share of articles at each level. */
  private static final double[] SHARES =
      IntStream.rangeClosed(0, UNKNOWN).mapToDouble(n -> StrictMath.pow(2, -n / 2.0)).toArray();

  private final Int2IntOpenHashMap levels = new Int2IntOpenHashMap();

  /** Parses a table; lines with a # are comments. */
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

  /** Returns the share of articles that contain a term, more than 0. */
  public double share(int term) {
    return SHARES[levels.get(term)];
  }
}
