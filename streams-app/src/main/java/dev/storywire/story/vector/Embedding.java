package dev.storywire.story.vector;

/**
 * A dense vector that represents the meaning of words. Two texts on one subject have a high cosine,
 * even if they share no word. Components are whole numbers of -127 to 127, so that a cosine is the
 * same to the bit on every machine.
 */
public final class Embedding {
  /** The embedding of words that are not known. */
  public static final Embedding NONE = new Embedding(new byte[0]);

  private final byte[] values;
  private final double length;

  /** Takes ownership of the array. */
  Embedding(byte[] values) {
    this.values = values;
    int squares = 0;
    for (byte value : values) {
      squares += value * value;
    }
    this.length = Math.sqrt(squares);
  }

  /** Returns true if it has no components. */
  public boolean isNone() {
    return length == 0;
  }

  /** Returns the cosine with another embedding, -1 to 1; 0 if either is {@link #NONE}. */
  public double cosine(Embedding other) {
    if (isNone() || other.isNone()) {
      return 0;
    }
    int dot = 0;
    for (int i = 0; i < values.length; i++) {
      dot += values[i] * other.values[i];
    }
    return dot / (length * other.length);
  }
}
