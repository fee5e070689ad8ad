package dev.storywire.dedup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The fingerprint of an article for copy detection: the words of its text in order, each as a
 * 20-bit hash and its kind; the words of its headline; and the keys by which candidates are found.
 *
 * <p>A word takes three bytes. The first {@link #MAX_WORDS} words are kept; the rest of the text is
 * ignored.
 */
public final class Fingerprint {
  /** Maximum number of words. Nine of ten news articles are shorter. */
  public static final int MAX_WORDS = 1300;

  /** Maximum number of headline words. */
  static final int MAX_HEADLINE_WORDS = 30;

  private static final byte VERSION = 2;
  private static final int HEADER_BYTES = 3;
  private static final int WORD_BYTES = 3;

  private final int[] words;
  private final int[] headline;
  private final int[] bands;

  /**
   * Takes ownership of the arrays.
   *
   * @param words words of the text in order, encoded by {@link Word}
   * @param headline words of the headline in order
   * @param bands keys computed by {@link Bands}
   */
  Fingerprint(int[] words, int[] headline, int[] bands) {
    this.words = words;
    this.headline = headline;
    this.bands = bands;
  }

  /** Returns the number of words of the text; 0 for a flash with only a headline. */
  public int length() {
    return words.length;
  }

  int word(int i) {
    return words[i];
  }

  int[] words() {
    return words;
  }

  int[] headline() {
    return headline;
  }

  int[] bands() {
    return bands;
  }

  /**
   * Encodes the fingerprint: version, number of bands, number of headline words; then four bytes
   * for each band, and three for each word of the headline and of the text.
   */
  @JsonValue
  public byte[] encode() {
    var out =
        ByteBuffer.allocate(
            HEADER_BYTES
                + Integer.BYTES * bands.length
                + WORD_BYTES * (headline.length + words.length));
    out.put(VERSION).put((byte) bands.length).put((byte) headline.length);
    for (int band : bands) {
      out.putInt(band);
    }
    put(headline, out);
    put(words, out);
    return out.array();
  }

  /**
   * Decodes the result of {@link #encode}.
   *
   * @throws IllegalArgumentException if the bytes have another version or are truncated
   */
  @JsonCreator
  public static Fingerprint decode(byte[] bytes) {
    if (bytes.length < HEADER_BYTES || bytes[0] != VERSION) {
      throw new IllegalArgumentException(
          "A fingerprint starts with version %d and two counts, not with %s"
              .formatted(
                  VERSION, Arrays.toString(Arrays.copyOf(bytes, Math.min(3, bytes.length)))));
    }
    var in = ByteBuffer.wrap(bytes).position(1);
    int[] bands = new int[in.get()];
    int headlineWords = in.get();
    int wordBytes = in.remaining() - Integer.BYTES * bands.length;
    int textWords = wordBytes / WORD_BYTES - headlineWords;
    if (wordBytes % WORD_BYTES != 0 || textWords < 0) {
      throw new IllegalArgumentException(
          "A fingerprint of " + bytes.length + " bytes is truncated");
    }
    for (int i = 0; i < bands.length; i++) {
      bands[i] = in.getInt();
    }
    int[] headline = get(headlineWords, in);
    return new Fingerprint(get(textWords, in), headline, bands);
  }

  private static void put(int[] words, ByteBuffer out) {
    for (int word : words) {
      out.put((byte) (word >>> 16)).putShort((short) word);
    }
  }

  private static int[] get(int count, ByteBuffer in) {
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = (in.get() & 0xFF) << 16 | (in.getShort() & 0xFFFF);
    }
    return words;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint that
        && Arrays.equals(words, that.words)
        && Arrays.equals(headline, that.headline)
        && Arrays.equals(bands, that.bands);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(words) + Arrays.hashCode(headline);
  }

  @Override
  public String toString() {
    return "Fingerprint[" + words.length + " words, headline of " + headline.length + "]";
  }
}
