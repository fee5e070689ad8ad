package dev.storywire.story;

import dev.storywire.text.Stems;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How common stems are in English news in general: the share of articles each stands in.
 *
 * <p>The shipped table has a line for each half power of two: {@code n stem stem ...} says that the
 * stems stand in about one of 2^(n/2) articles. A stem it does not have is rarer than all it has.
 */
final class StemTable {
  private static final String SHIPPED = "stems-en.txt";

  /** Level of a stem that the table lacks: about one of 10,000 articles. */
  private static final int UNKNOWN = 27;

  /** The share of articles at each level. */
  private static final double[] SHARES =
      IntStream.rangeClosed(0, UNKNOWN).mapToDouble(n -> StrictMath.pow(2, -n / 2.0)).toArray();

  private final Int2IntOpenHashMap levels = new Int2IntOpenHashMap();

  StemTable(List<String> lines) {
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

  /** The shipped table. */
  static StemTable shipped() {
    InputStream stream = StemTable.class.getResourceAsStream(SHIPPED);
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(stream, SHIPPED), StandardCharsets.UTF_8))) {
      return new StemTable(in.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped table " + SHIPPED, e);
    }
  }

  /** The share of articles that a term stands in, more than 0. */
  double share(int term) {
    return SHARES[levels.get(term)];
  }
}
