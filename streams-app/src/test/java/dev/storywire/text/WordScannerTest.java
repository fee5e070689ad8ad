package dev.storywire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordScannerTest {
  @Test
  void caseAndKindsOfApostrophesMakeNoDifference() {
    assertThat(words("The Minister’s plan didn't work"))
        .isEqualTo(words("THE MINISTER's PLAN DID n’t WORK"))
        .hasSize(5);
  }

  @Test
  void numbersAreOneWordWithoutTheirCommas() {
    assertThat(words("1,250.75")).isEqualTo(words("1250.75")).hasSize(1);
    assertThat(words("10:30 6-3/8")).hasSize(2);
    assertThat(words("one,two")).hasSize(2);
  }

  @Test
  void charactersOfScriptsWithoutSpacesAreWords() {
    assertThat(words("東京で地震")).hasSize(5);
  }

  @Test
  void twoApostrophesAndTwoBackticksAreQuotes() {
    List<Integer> marks = new ArrayList<>();
    WordScanner scanner = new WordScanner("``yes'' he said.");
    while (scanner.advance()) {
      if (!scanner.isWord() && scanner.mark() != ' ') {
        marks.add(scanner.mark());
      }
    }
    assertThat(marks).startsWith((int) '“').contains((int) '”').endsWith((int) '.');
  }

  @Test
  void hashesAreThoseOfLowerCaseStrings() {
    assertThat(words("Quake")).containsExactly(WordHash.ofLower("quake"));
  }

  private static List<Integer> words(String text) {
    List<Integer> words = new ArrayList<>();
    WordScanner scanner = new WordScanner(text);
    while (scanner.advance()) {
      if (scanner.isWord()) {
        words.add(scanner.hash());
      }
    }
    return words;
  }
}
