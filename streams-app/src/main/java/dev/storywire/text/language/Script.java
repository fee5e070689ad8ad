package dev.storywire.text.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The languages that use a script. */
final class Script {
  /** Scripts of few languages. The first language is assumed if none is declared. */
  private static final Map<UnicodeScript, List<String>> FEW_LANGUAGES =
      Map.ofEntries(
          Map.entry(UnicodeScript.HANGUL, List.of("ko")),
          Map.entry(UnicodeScript.HIRAGANA, List.of("ja")),
          Map.entry(UnicodeScript.HAN, List.of("zh", "ja", "yue", "wuu")),
          Map.entry(UnicodeScript.THAI, List.of("th")),
          Map.entry(UnicodeScript.GREEK, List.of("el")),
          Map.entry(UnicodeScript.HEBREW, List.of("he", "yi")),
          Map.entry(UnicodeScript.ARMENIAN, List.of("hy")),
          Map.entry(UnicodeScript.GEORGIAN, List.of("ka")),
          Map.entry(UnicodeScript.KHMER, List.of("km")),
          Map.entry(UnicodeScript.LAO, List.of("lo")),
          Map.entry(UnicodeScript.MYANMAR, List.of("my")),
          Map.entry(UnicodeScript.TAMIL, List.of("ta")),
          Map.entry(UnicodeScript.TELUGU, List.of("te")));

  /** Scripts of many languages. No language is assumed. */
  private static final Map<UnicodeScript, Set<String>> MANY_LANGUAGES =
      Map.of(
          UnicodeScript.ARABIC,
          Set.of("ar", "fa", "ur", "ps", "ku", "ckb", "sd", "ug", "ks", "ms"),
          UnicodeScript.CYRILLIC,
          Set.of(
              "ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "tt", "ba", "cv", "uz",
              "az", "bs", "ce", "os"),
          UnicodeScript.DEVANAGARI,
          Set.of("hi", "mr", "ne", "sa", "bho", "mai", "kok"));

  /** Last code point of the Latin letters, which many languages use. */
  private static final int LAST_LATIN = 0x24F;

  private Script() {}

  /**
   * Returns the language of a text by its script: the declared one if it uses the script, else the
   * usual one. Returns none if many languages use the script.
   */
  static Optional<String> languageOf(String text, @Nullable String declared) {
    return ofMostLetters(text)
        .map(FEW_LANGUAGES::get)
        .map(few -> declared != null && few.contains(declared) ? declared : few.get(0));
  }

  /** Returns true if a language does not use the script of the text. */
  static boolean excludes(String text, String language) {
    return ofMostLetters(text)
        .map(MANY_LANGUAGES::get)
        .map(many -> !many.contains(language))
        .orElse(false);
  }

  /** Returns the script of more than half of the letters, unless it is Latin. */
  private static Optional<UnicodeScript> ofMostLetters(String text) {
    var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    int letters = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (Character.isLetter(c)) {
        letters++;
        if (c > LAST_LATIN) {
          counts.merge(script(c), 1, Integer::sum);
        }
      }
    }
    // Japanese mixes kana with Han; a tenth of kana distinguishes it from Chinese
    int kana = counts.getOrDefault(UnicodeScript.HIRAGANA, 0);
    int han = counts.getOrDefault(UnicodeScript.HAN, 0);
    if (kana * 10 >= han && kana > 0) {
      counts.remove(UnicodeScript.HAN);
      counts.put(UnicodeScript.HIRAGANA, kana + han);
    }
    int half = letters / 2;
    return counts.entrySet().stream()
        .filter(e -> e.getValue() > half)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static UnicodeScript script(int c) {
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script;
  }
}
