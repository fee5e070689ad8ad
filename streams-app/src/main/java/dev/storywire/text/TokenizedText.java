package dev.storywire.text;

/**
 * A text with its sentences and tokens, as offsets into it: nothing is copied until asked for.
 *
 * <p>Token i is {@code text[start(i), end(i))}. Sentence s is the tokens {@code sentenceFrom(s)}
 * (inclusive) to {@code sentenceTo(s)} (exclusive); sentences cover all tokens, in order.
 */
public final class TokenizedText {
  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final int[] sentenceEnds;

  /**
   * Takes ownership of the arrays.
   *
   * @param starts first char of each token
   * @param ends char after each token
   * @param sentenceEnds for each sentence the number of the token after its last
   */
  public TokenizedText(String text, int[] starts, int[] ends, int[] sentenceEnds) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.sentenceEnds = sentenceEnds;
  }

  /** The text as it was given. */
  public String text() {
    return text;
  }

  /** Number of tokens. */
  public int tokenCount() {
    return starts.length;
  }

  /** First char of token i. */
  public int start(int i) {
    return starts[i];
  }

  /** Char after token i. */
  public int end(int i) {
    return ends[i];
  }

  /** Token i itself. */
  public String token(int i) {
    return text.substring(starts[i], ends[i]);
  }

  /** Number of sentences. */
  public int sentenceCount() {
    return sentenceEnds.length;
  }

  /** First token of sentence s. */
  public int sentenceFrom(int s) {
    return s == 0 ? 0 : sentenceEnds[s - 1];
  }

  /** Token after the last of sentence s. */
  public int sentenceTo(int s) {
    return sentenceEnds[s];
  }
}
