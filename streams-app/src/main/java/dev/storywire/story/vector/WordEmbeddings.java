package dev.storywire.story.vector;

import static java.util.Objects.requireNonNull;

import dev.storywire.text.terms.Stems;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A table with an embedding of each of the most frequent stems in English news. The embedding of an
 * article is the sum of those of its stems, weighted by rarity and frequency.
 *
 * <p>The table was distilled from a sentence model, as described in docs/models/stories.md. The
 * service does not need the model: to embed an article takes a few dozen look-ups.
 */
public final class WordEmbeddings {
  /** A table without words, as for a language that has none: no text has an embedding. */
  public static final WordEmbeddings NONE = new WordEmbeddings(0);

  private static final byte LAYOUT = 1;

  /** The length to which an article's embedding is scaled, before its components become bytes. */
  private static final double LENGTH = 254;

  private final Int2ObjectOpenHashMap<byte[]> words = new Int2ObjectOpenHashMap<>();
  private final int dimensions;

  private WordEmbeddings(int dimensions) {
    this.dimensions = dimensions;
  }

  /**
   * Reads a table that is a resource: a layout version (1 byte), the number of words and of
   * dimensions (4 bytes each), then each stem (as {@link DataInputStream#readUTF} reads it) and its
   * components (1 byte each).
   */
  public static WordEmbeddings read(Class<?> beside, String name) {
    try (InputStream resource = requireNonNull(beside.getResourceAsStream(name), name);
        DataInputStream in = new DataInputStream(new BufferedInputStream(resource))) {
      byte layout = in.readByte();
      if (layout != LAYOUT) {
        throw new IllegalArgumentException(
            name + " has layout " + layout + "; this release reads layout " + LAYOUT);
      }
      int count = in.readInt();
      WordEmbeddings table = new WordEmbeddings(in.readInt());
      for (int i = 0; i < count; i++) {
        int term = Stems.hash(in.readUTF());
        byte[] values = new byte[table.dimensions];
        in.readFully(values);
        table.words.put(term, values);
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the word embeddings " + name, e);
    }
  }

  /**
   * Returns the embedding of a vector of stems; {@link Embedding#NONE} if the stems in the table
   * have less than half of the vector's weight, as in another language.
   */
  Embedding embed(TermVector stems) {
    int[] sum = new int[dimensions];
    int known = 0;
    int all = 0;
    for (int i = 0; i < stems.size(); i++) {
      int weight = stems.weight(i);
      all += weight;
      byte[] values = words.get(stems.term(i));
      if (values != null) {
        known += weight;
        for (int d = 0; d < dimensions; d++) {
          sum[d] += weight * values[d];
        }
      }
    }
    return 2 * known < all || all == 0 ? Embedding.NONE : new Embedding(scaled(sum));
  }

  private static byte[] scaled(int[] sum) {
    double squares = 0;
    for (int value : sum) {
      squares += (double) value * value;
    }
    double unit = squares == 0 ? 0 : LENGTH / Math.sqrt(squares);
    byte[] values = new byte[sum.length];
    for (int d = 0; d < sum.length; d++) {
      values[d] = (byte) Math.max(-127, Math.min(127, Math.round(sum[d] * unit)));
    }
    return values;
  }
}
