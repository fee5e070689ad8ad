package dev.storywire.serve.catalog;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text for search: lower case, without accents, each word preceded by one space. */
final class FoldedText {
  /** The general categories of accents, as bits. */
  private static final int MARKS =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.COMBINING_SPACING_MARK;

  /** The general categories of letters and numbers, as bits. */
  private static final int WORDS =
      1 << Character.UPPERCASE_LETTER
          | 1 << Character.LOWERCASE_LETTER
          | 1 << Character.TITLECASE_LETTER
          | 1 << Character.MODIFIER_LETTER
          | 1 << Character.OTHER_LETTER
          | 1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER;

  private static final String FIELD_END = " |";

  private FoldedText() {}

  /** Folds a text. */
  static String of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(plain.length() + 1);
    boolean inWord = false;
    for (int i = 0; i < plain.length(); ) {
      int character = plain.codePointAt(i);
      i += Character.charCount(character);
      int category = 1 << Character.getType(character);
      if ((category & WORDS) != 0) {
        if (!inWord) {
          folded.append(' ');
        }
        folded.appendCodePoint(character);
        inWord = true;
      } else if ((category & MARKS) == 0) {
        inWord = false;
      }
    }
    return folded.toString();
  }

  /** Folds a text so that it can follow another: no phrase is found across the two. */
  static String field(String text) {
    return of(text) + FIELD_END;
  }

  /** Returns false for folded text in a script without spaces between words. */
  static boolean isSpaced(String folded) {
    return !Character.isIdeographic(folded.codePointAt(1));
  }

  /**
   * Returns the words of a query, each with a preceding space, so that folded text contains them
   * only at the beginning of a word.
   */
  static List<String> wordsOf(@Nullable String query) {
    if (query == null) {
      return List.of();
    }
    return List.of(of(query).split("(?=\\s)")).stream()
        .filter(word -> !word.isBlank())
        .map(word -> isSpaced(word) ? word : word.strip())
        .toList();
  }
}
