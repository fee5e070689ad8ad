package dev.storywire.text.terms;

import dev.storywire.text.clean.CleanArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts the {@link Terms} of one article in one pass over its words. */
final class TermCounter {
  /** Number of words at the beginning of the body that are the lede. */
  private static final int LEDE_WORDS = 40;

  /** Number of words of the body that are read. */
  private static final int READ_WORDS = 1500;

  private final String language;
  private final TermTally words = new TermTally();
  private final TermTally pairs = new TermTally();
  private final List<String> forms = new ArrayList<>();
  private int length;
  private int bodyWords;

  private TermCounter(String language) {
    this.language = language;
  }

  static Terms count(CleanArticle article, String language) {
    TermCounter counter = new TermCounter(language);
    counter.read(article.headline(), true);
    for (String paragraph : article.paragraphs()) {
      if (counter.bodyWords >= READ_WORDS) {
        break;
      }
      counter.read(paragraph, false);
    }
    return counter.terms();
  }

  private void read(String text, boolean headline) {
    Sequence sequence = new Sequence(text, headline);
    Stems.read(text, language, sequence::word);
  }

  /** Counts the words of one text, and the pairs of adjacent words. */
  private final class Sequence {
    private final String text;
    private final boolean headline;
    private int before;
    private int beforeEnd = -1;

    Sequence(String text, boolean headline) {
      this.text = text;
      this.headline = headline;
    }

    void word(CharSequence stem, int start, int end) {
      int word = Stems.hash(stem);
      int field =
          headline
              ? TermTally.HEADLINE
              : bodyWords++ < LEDE_WORDS ? TermTally.LEDE : TermTally.BODY;
      length++;
      if (words.add(word, field)) {
        forms.add(text.substring(start, end).toLowerCase(Locale.ROOT));
      }
      if (beforeEnd >= 0 && !sentenceEnds(beforeEnd, start)) {
        pairs.add(before * 0x9E3779B1 + word, field);
      }
      before = word;
      beforeEnd = end;
    }

    private boolean sentenceEnds(int from, int to) {
      for (int i = from; i < to; i++) {
        if (".!?;:\n".indexOf(text.charAt(i)) >= 0) {
          return true;
        }
      }
      return false;
    }
  }

  private Terms terms() {
    int[] word = words.heaviest(Terms.MAX_WORDS);
    int[] pair = pairs.heaviest(Terms.MAX_PAIRS);
    String[] form = new String[word.length];
    for (int i = 0; i < form.length; i++) {
      form[i] = forms.get(word[i]);
    }
    return new Terms(
        words.hashes(word),
        words.counts(word),
        form,
        pairs.hashes(pair),
        pairs.counts(pair),
        length);
  }
}
