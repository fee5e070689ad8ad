package dev.storywire.entities;

import dev.storywire.text.Letters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalises spellings for comparison. */
final class SpellingVariants {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern CONSONANT_ER = Pattern.compile("([^aeiouy])er$");
  private static final Pattern UMLAUT = Pattern.compile("([ou])e|(a)e(?!l)");
  private static final String SILENT = ".'’‘`´ʼ";

  private SpellingVariants() {}

  /**
   * Returns the words of a name in lower case, without accents, dots and apostrophes, split at
   * hyphens.
   */
  static List<String> words(String name) {
    String plain = isAscii(name) ? name.toLowerCase(Locale.ROOT) : plain(name);
    List<String> words = new ArrayList<>(4);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
      int c = plain.codePointAt(i);
      if (Letters.isLetterOrNumber(c) || c == '&') {
        word.appendCodePoint(c);
      } else if (SILENT.indexOf(c) < 0) {
        end(word, words);
      }
    }
    end(word, words);
    return List.copyOf(words);
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static String plain(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    plain = plain.toLowerCase(Locale.ROOT);
    plain = plain.replace("ł", "l").replace("ø", "o").replace("ß", "ss").replace("æ", "ae");
    return plain.replace("ı", "i").replace("đ", "d");
  }

  /**
   * Returns a phonetic key that is the same for all transliterations of a word: Zelensky,
   * Zelenskyy, Zelenskiy and Zelenskyi; Fyodor and Fiodor; Khrushchev and Khruschev; Oleksandr and
   * Olexander; Jürgen and Juergen.
   */
  static String sound(String word) {
    if (word.length() < 4) {
      return word;
    }
    String sound = UMLAUT.matcher(withOneFinalI(word)).replaceAll("$1$2");
    sound = CONSONANT_ER.matcher(sound).replaceFirst("$1r").replace("ks", "x");
    sound = sound.replace("shch", "sh").replace("sch", "sh").replace("ou", "u").replace("w", "v");
    sound = sound.replace("ph", "f").replace("ck", "k").replace('q', 'k').replace('y', 'i');
    return withoutDoubles(sound);
  }

  /**
   * Replaces several final letters i, y and j by one i; the first of them after a vowel is kept.
   */
  private static String withOneFinalI(String word) {
    int ending = word.length();
    while (ending > 0 && "iyj".indexOf(word.charAt(ending - 1)) >= 0) {
      ending--;
    }
    int from = ending == 0 || "aeou".indexOf(word.charAt(ending - 1)) >= 0 ? ending + 1 : ending;
    return from < word.length() ? word.substring(0, from) + "i" : word;
  }

  private static String withoutDoubles(String word) {
    StringBuilder single = new StringBuilder(word.length());
    int last = -1;
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      int c = word.codePointAt(i);
      if (c != last) {
        single.appendCodePoint(c);
      }
      last = c;
    }
    return single.toString();
  }
}
