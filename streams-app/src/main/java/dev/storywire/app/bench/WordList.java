package dev.storywire.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Generated words and names: pronounceable, distinct, and drawn with frequencies like those of real
 * text.
 */
final class WordList {
  private static final String[] ONSETS =
      "b c d f g h j k l m n p r s t v w br cr dr fr gr pl pr sh sl sp st th tr".split(" ");
  private static final String[] VOWELS = "a e i o u ai ea ee io oa ou".split(" ");
  private static final String[] CODAS = {"", "", "", "n", "r", "l", "s", "t", "nd", "st", "ck"};

  private final List<String> words;

  private WordList(List<String> words) {
    this.words = words;
  }

  /** Returns this many distinct words of two to four syllables, in lower case. */
  static WordList words(SplittableRandom random, int count) {
    Set<String> words = new LinkedHashSet<>();
    while (words.size() < count) {
      StringBuilder word = new StringBuilder();
      int syllables = 2 + random.nextInt(3);
      for (int i = 0; i < syllables; i++) {
        word.append(any(random, ONSETS)).append(any(random, VOWELS)).append(any(random, CODAS));
      }
      words.add(word.toString());
    }
    return new WordList(new ArrayList<>(words));
  }

  /** Returns this many distinct capitalized words. */
  static WordList names(SplittableRandom random, int count) {
    return new WordList(
        words(random, count).words.stream()
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .toList());
  }

  /** Returns a random word; those at the beginning of the list are much more frequent. */
  String frequent(SplittableRandom random) {
    double rank = random.nextDouble();
    return words.get((int) (rank * rank * rank * words.size()));
  }

  /** Returns a random word, each equally likely. */
  String any(SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }

  private static String any(SplittableRandom random, String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
