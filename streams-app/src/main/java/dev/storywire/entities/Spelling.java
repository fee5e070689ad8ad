package dev.storywire.entities;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Spellings made comparable. */
final class Spelling {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SILENT = Pattern.compile("[.'’‘`´ʼ]+");
  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}&]+");
  private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");
  private static final Pattern FINAL_I = Pattern.compile("(?<=[^aeou])[iyj]+$");

  private Spelling() {}

  /** The words of a name: lower case, no accents, no dots or apostrophes, parted at hyphens. */
  static List<String> words(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    plain = SILENT.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    plain = plain.replace("ł", "l").replace("ø", "o").replace("ß", "ss").replace("æ", "ae");
    plain = plain.replace("ı", "i").replace("đ", "d");
    return Arrays.stream(PARTS.split(plain)).filter(word -> !word.isEmpty()).toList();
  }

  /**
   * What stays of a word whichever way it was brought into Latin letters: Zelensky, Zelenskyy,
   * Zelenskiy and Zelenskyi are one, as are Fyodor and Fiodor, Khrushchev and Khruschev.
   */
  static String sound(String word) {
    if (word.length() < 4) {
      return word;
    }
    String sound = FINAL_I.matcher(word).replaceAll("i");
    sound = sound.replace("shch", "sh").replace("sch", "sh").replace("ou", "u").replace("w", "v");
    sound = sound.replace("ph", "f").replace("ck", "k").replace('q', 'k').replace('y', 'i');
    return DOUBLED.matcher(sound).replaceAll("$1");
  }
}
