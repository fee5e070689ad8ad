package dev.storywire.dedup;

import dev.storywire.text.WordHash;
import dev.storywire.text.clean.CleanArticle;
import java.util.function.IntPredicate;

/** Computes fingerprints in one pass over the text. Thread-safe. */
public final class Fingerprinter {
  /** Computes the fingerprint of an article in a language that does not capitalise all nouns. */
  public Fingerprint of(CleanArticle article) {
    return of(article, word -> false);
  }

  /**
   * Computes the fingerprint of an article.
   *
   * @param commonWords tests, by the {@link WordHash} in lower case, if a capitalised word is not a
   *     name, such as a common noun in a language that capitalises all nouns
   */
  public Fingerprint of(CleanArticle article, IntPredicate commonWords) {
    var text = new WordReader(Fingerprint.MAX_WORDS, commonWords);
    for (String paragraph : article.paragraphs()) {
      if (text.isFull()) {
        break;
      }
      text.read(paragraph);
    }
    var headline = new WordReader(Fingerprint.MAX_HEADLINE_WORDS, commonWords);
    headline.read(article.headline());
    int[] words = text.words();
    int[] headlineWords = headline.words();
    return new Fingerprint(words, headlineWords, Bands.of(words, headlineWords));
  }
}
