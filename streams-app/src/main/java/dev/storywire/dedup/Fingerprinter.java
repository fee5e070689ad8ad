package dev.storywire.dedup;

import dev.storywire.text.clean.CleanArticle;

/** Computes fingerprints in one pass over the text. Thread-safe. */
public final class Fingerprinter {
  /** Computes the fingerprint of an article. */
  public Fingerprint of(CleanArticle article) {
    var text = new WordReader(Fingerprint.MAX_WORDS);
    for (String paragraph : article.paragraphs()) {
      if (text.isFull()) {
        break;
      }
      text.read(paragraph);
    }
    var headline = new WordReader(Fingerprint.MAX_HEADLINE_WORDS);
    headline.read(article.headline());
    int[] words = text.words();
    int[] headlineWords = headline.words();
    return new Fingerprint(words, headlineWords, Bands.of(words, headlineWords));
  }
}
