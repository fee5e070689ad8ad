package dev.storywire.text;

/**
 * A text with its sentences and tokens, as offsets into the text.
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
   * @param starts index of the first char of each token
   * @param ends index of the char after each token
   * @param sentenceEnds for each sentence the index of the token after its last token
   */
  public TokenizedText(String text, int[] starts, int[] ends, int[] sentenceEnds) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.sentenceEnds = sentenceEnds;
  }

  /** Returns the text. */
  public String text() {
    return text;
  }

  /** Returns the number of tokens. */
  public int tokenCount() {
    return starts.length;
  }

  /** Returns the index of the first char of token i. */
  public int start(int i) {
    return starts[i];
  }

  /** Returns the index of the char after token i. */
  public int end(int i) {
    return ends[i];
  }

  /** Returns token i. */
  public String token(int i) {
    return text.substring(starts[i], ends[i]);
  }

  /** Returns the number of sentences. */
  public int sentenceCount() {
    return sentenceEnds.length;
  }

  /** Returns the index of the first token of sentence s. */
  public int sentenceFrom(int s) {
    return s == 0 ? 0 : sentenceEnds[s - 1];
  }

  /** Returns the index of the token after sentence s. */
  public int sentenceTo(int s) {
    return sentenceEnds[s];
  }
}
