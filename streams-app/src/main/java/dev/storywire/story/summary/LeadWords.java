package dev.storywire.story.summary;

import dev.storywire.text.WordScanner;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a lead's texts, as hashes: distinct and ascending for each text. */
final class LeadWords {
  /** Shorter words are mostly function words, except in scripts without spaces. */
  private static final int SHORTEST = 4;

  private final Map<String, int[]> byText = new HashMap<>();
  private final String headlineAndOpening;
  private final int[] all;

  LeadWords(Lead lead) {
    List<String> sentences = lead.sentences();
    this.headlineAndOpening = lead.headline() + " " + (sentences.isEmpty() ? "" : sentences.get(0));
    IntOpenHashSet used = new IntOpenHashSet(read(lead.headline()));
    for (String sentence : sentences) {
      for (int word : read(sentence)) {
        used.add(word);
      }
    }
    this.all = used.toIntArray();
    var unused = read(headlineAndOpening);
  }

  /** Returns the words of the headline and of all sentences, each once, in no particular order. */
  int[] all() {
    return all;
  }

  /** Returns the headline and the first sentence as one text. */
  String headlineAndOpening() {
    return headlineAndOpening;
  }

  /** Returns the words of the headline, of each sentence and of the headline with the first. */
  Map<String, int[]> byText() {
    return byText;
  }

  private int[] read(String text) {
    return byText.computeIfAbsent(text, LeadWords::of);
  }

  /** Returns the distinct words of a text, ascending. */
  static int[] of(String text) {
    IntOpenHashSet words = new IntOpenHashSet();
    WordScanner scanner = new WordScanner(text);
    while (scanner.advance()) {
      if (scanner.isWord() && (scanner.length() >= SHORTEST || scanner.isCharacter())) {
        words.add(scanner.hash());
      }
    }
    int[] sorted = words.toIntArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
