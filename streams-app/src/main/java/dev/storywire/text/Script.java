package dev.storywire.text;

import java.lang.Character.UnicodeScript;
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
    int[] counts = new int[UnicodeScript.values().length];
    int letters = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (Character.isLetter(c)) {
        counts[script(c).ordinal()]++;
        letters++;
      }
    }
    // Japanese mixes kana with Han; a tenth of kana is enough to tell it from Chinese
    int kana = counts[UnicodeScript.HIRAGANA.ordinal()];
    int han = counts[UnicodeScript.HAN.ordinal()];
    if (kana * 10 >= han && kana > 0) {
      counts[UnicodeScript.HAN.ordinal()] = 0;
      counts[UnicodeScript.HIRAGANA.ordinal()] = kana + han;
    }
    for (Map.Entry<UnicodeScript, String> entry : LANGUAGES.entrySet()) {
      if (counts[entry.getKey().ordinal()] * 2 > letters) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  private static UnicodeScript script(int c) {
    if (c < 0x250) {
      return UnicodeScript.LATIN;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script;
  }
}
