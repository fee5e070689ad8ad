package dev.storywire.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Scripts that one language of the news writes, which tell it from a few letters. */
final class Script {
  private static final Map<UnicodeScript, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.HIRAGANA, "ja"),
          Map.entry(UnicodeScript.HAN, "zh"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.MYANMAR, "my"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"));

  private Script() {}

  /** The language whose script most letters are in, if no other language uses it. */
  static Optional<String> onlyLanguageOf(String text) {
    var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> counts.merge(script(c), 1, Integer::sum));
    // Japanese mixes kana with Han; a tenth of kana is enough to tell it from Chinese
    int kana = counts.getOrDefault(UnicodeScript.HIRAGANA, 0);
    int han = counts.getOrDefault(UnicodeScript.HAN, 0);
    if (kana * 10 >= han && kana > 0) {
      counts.remove(UnicodeScript.HAN);
      counts.put(UnicodeScript.HIRAGANA, kana + han);
    }
    int letters = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .filter(e -> e.getValue() * 2 > letters)
        .findFirst()
        .map(e -> LANGUAGES.get(e.getKey()));
  }

  private static UnicodeScript script(int c) {
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script;
  }
}
