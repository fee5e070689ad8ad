package dev.storywire.text.language;

import java.util.Map;
import java.util.Set;

/**
 * Recognises a language by its function words. This confirms a language at a hundredth of the cost
 * of the detector, but cannot refute one. The lists contain frequent words that do not exist in the
 * other languages; "of", which is also Dutch, and "die", which is also English, are not listed.
 */
final class FunctionWords {
  private static final Map<String, Set<String>> BY_LANGUAGE =
      Map.of(
          "en",
          Set.of(
              "the", "and", "to", "that", "for", "with", "from", "has", "have", "its", "were",
              "will", "would", "which", "are", "been", "by", "said", "his", "they", "their",
              "after", "who", "this", "it", "be", "not", "but"),
          "de",
          Set.of(
              "der", "das", "und", "nicht", "mit", "auf", "ist", "eine", "einen", "einem", "einer",
              "dem", "für", "sich", "auch", "nach", "bei", "wird", "werden", "sei", "zum", "zur"),
          "fr",
          Set.of(
              "les", "et", "dans", "une", "pour", "qui", "sur", "avec", "est", "ont", "pas", "aux",
              "cette", "ses", "été", "leur", "mais", "selon", "après"),
          "es",
          Set.of(
              "el", "los", "las", "y", "que", "una", "por", "del", "con", "para", "se", "su",
              "como", "más", "pero", "fue", "este", "según", "sus"),
          "nl",
          Set.of(
              "het", "een", "niet", "zijn", "voor", "aan", "ook", "naar", "wordt", "bij", "heeft",
              "uit", "nog", "deze", "geen", "maar", "werd", "zei", "hebben", "volgens"));

  /**
   * Minimum number of function words, since a name or a quotation may contain one or two of another
   * language.
   */
  private static final int MIN_WORDS = 3;

  /** One of this many words must be a function word. In running text it is about one in four. */
  private static final int ONE_IN = 8;

  private FunctionWords() {}

  /** Returns true if a text in lower case is clearly in this language. */
  static boolean confirm(String language, String text) {
    Set<String> expected = BY_LANGUAGE.get(language);
    if (expected == null) {
      return false;
    }
    int words = 0;
    int found = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetter(text.charAt(i))) {
        if (i > start) {
          words++;
          found += expected.contains(text.substring(start, i)) ? 1 : 0;
        }
        start = i + 1;
      }
    }
    return found >= MIN_WORDS && found * ONE_IN >= words;
  }
}
