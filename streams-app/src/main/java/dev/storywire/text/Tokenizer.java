package dev.storywire.text;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.standard.StandardTokenizerImpl;

/**
 * Splits a text into sentences and tokens as in the data sets for name tagging. Words follow the
 * word boundaries of UAX #29 (Lucene's scanner), with two exceptions: some words stay together
 * ({@code U.S.}, {@code cease-fire}, {@code AT&T}, links), and clitics are separated ({@code
 * Zelenskyy} + {@code ’s}). Punctuation marks are tokens; white space is not.
 *
 * <p>Immutable and thread-safe.
 */
public final class Tokenizer {
  /**
   * Languages in which elided articles and prepositions are joined to the word: l'Élysée,
   * dell'Italia.
   */
  private static final Set<String> LANGUAGES_WITH_ELISION = Set.of("fr", "it", "ca", "oc", "ga");

  private final Locale locale;
  private final boolean elides;

  private Tokenizer(Locale locale) {
    this.locale = locale;
    this.elides = LANGUAGES_WITH_ELISION.contains(locale.getLanguage());
  }

  /**
   * Returns the tokenizer of a language.
   *
   * @param bcp47 a language tag, such as {@code en} or {@code pt-BR}; an unknown language gets the
   *     general rules
   */
  public static Tokenizer forLanguage(String bcp47) {
    return new Tokenizer(Locale.forLanguageTag(bcp47));
  }

  /** Tokenizes a text. A line break ends a sentence. */
  public TokenizedText tokenize(String text) {
    Pass pass = new Pass(text);
    StandardTokenizerImpl words = new StandardTokenizerImpl(new StringReader(text));
    try {
      while (words.getNextToken() != StandardTokenizerImpl.YYEOF) {
        pass.word(words.yychar(), words.yychar() + words.yylength());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from a string failed", e);
    }
    pass.marks(text.length());
    int[] starts = pass.starts.toIntArray();
    int[] ends = pass.ends.toIntArray();
    return new TokenizedText(text, starts, ends, Sentences.ends(text, starts, ends, locale));
  }

  /** One pass over one text. */
  private final class Pass {
    private final String text;
    private final IntArrayList starts;
    private final IntArrayList ends;
    private int position;

    Pass(String text) {
      this.text = text;
      this.starts = new IntArrayList(text.length() / 5 + 8);
      this.ends = new IntArrayList(text.length() / 5 + 8);
    }

    /** Adds the next word by UAX #29, and the punctuation before it. */
    void word(int from, int to) {
      if (to <= position) {
        return;
      }
      int start = Math.max(from, position);
      int end = WordBoundaries.end(text, start, to);
      if (joinsPrevious(start)) {
        ends.set(ends.size() - 1, end);
      } else {
        boolean tagged = start > position && WordBoundaries.isTagMark(text, start - 1);
        start = tagged ? start - 1 : start;
        marks(start);
        addWord(start, end);
      }
      position = end;
    }

    /** Adds the punctuation up to an index. A sequence of equal dots or dashes is one token. */
    void marks(int to) {
      while (position < to) {
        int start = position;
        int c = text.codePointAt(position);
        position += Character.charCount(c);
        if (!WordBoundaries.isBlank(c)) {
          while (position < to && WordBoundaries.repeats(c) && text.charAt(position) == c) {
            position++;
          }
          add(start, position);
        }
      }
    }

    private boolean joinsPrevious(int start) {
      return start == position + 1
          && !ends.isEmpty()
          && ends.getInt(ends.size() - 1) == position
          && WordBoundaries.isJoint(text, position);
    }

    private void addWord(int start, int end) {
      int cut =
          elides
              ? WordBoundaries.elision(text, start, end)
              : WordBoundaries.clitic(text, start, end);
      if (cut > start) {
        add(start, cut);
        add(cut, end);
      } else {
        add(start, end);
      }
    }

    private void add(int start, int end) {
      starts.add(start);
      ends.add(end);
    }
  }
}
