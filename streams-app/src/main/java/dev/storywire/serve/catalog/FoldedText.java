package dev.storywire.serve.catalog;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text for search: lower case, without accents, each word preceded by one space. */
final class FoldedText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String FIELD_END = " |";

  private FoldedText() {}

  /** Folds a text. */
  static String of(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String spaced = BETWEEN_WORDS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return spaced.isEmpty() ? "" : " " + spaced;
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
