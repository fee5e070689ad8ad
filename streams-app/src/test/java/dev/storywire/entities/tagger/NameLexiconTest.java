package dev.storywire.entities.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Entity;
import dev.storywire.text.Tokenizer;
import dev.storywire.text.WordHash;
import org.junit.jupiter.api.Test;

class NameLexiconTest {
  private static final int NAME = WordHash.ofLower("Schneider");

  @Test
  void anUnknownWordHasNoHabit() {
    assertThat(new NameLexicon().habit(NAME)).isZero();
    assertThat(counted("heute kam Schneider", 2, 3).habit(WordHash.ofLower("Fischer"))).isZero();
  }

  @Test
  void theHabitGrowsWithTheShareOfDocumentsInWhichAWordIsInAName() {
    NameLexicon lexicon = counted("der Schneider", 0, 0);
    assertThat(lexicon.habit(NAME)).isEqualTo(1);
    count(lexicon, "ein Schneider", 0, 0);
    assertThat(lexicon.habit(NAME)).isEqualTo(2);
    count(lexicon, "heute kam Schneider", 2, 3);
    assertThat(lexicon.habit(NAME)).isEqualTo(4);
    count(lexicon, "dann ging Schneider", 2, 3);
    count(lexicon, "Karl Schneider", 0, 2);
    assertThat(lexicon.habit(NAME)).isEqualTo(5);
    for (int i = 0; i < 100; i++) {
      count(lexicon, "ein Schneider", 0, 0);
    }
    assertThat(lexicon.habit(NAME)).isEqualTo(3);
  }

  @Test
  void theWordsOfALeftOutDocumentAreNotCounted() {
    NameLexicon lexicon = counted("heute kam Schneider", 2, 3);
    count(lexicon, "der Schneider", 0, 0);
    DocumentWords words = words("heute kam Schneider");
    assertThat(lexicon.without(words, tags(words, 2, 3)).habit(NAME)).isEqualTo(1);
    assertThat(lexicon.habit(NAME)).isEqualTo(4);
  }

  @Test
  void theLongestKnownEndingOfACompoundIsFound() {
    NameLexicon lexicon = counted("der Konzern", 0, 0);
    count(lexicon, "der Stahlkonzern", 0, 0);
    count(lexicon, "ein Stahlkonzern", 0, 0);
    DocumentWords words = words("Edelstahlkonzern Tankstelle");
    WordHabits habits = new WordHabits(words, HabitTable.NONE, lexicon);
    assertThat(habits.ofEnding(0)).isEqualTo(8 * 8 + 2);
    assertThat(habits.ofEnding(1)).isZero();
  }

  /** Returns a lexicon of one document, with a person at some of its tokens. */
  static NameLexicon counted(String text, int from, int to) {
    NameLexicon lexicon = new NameLexicon();
    count(lexicon, text, from, to);
    return lexicon;
  }

  private static void count(NameLexicon lexicon, String text, int from, int to) {
    DocumentWords words = words(text);
    lexicon.count(words, tags(words, from, to));
  }

  private static byte[] tags(DocumentWords words, int from, int to) {
    byte[] tags = new byte[words.size()];
    for (int i = from; i < to; i++) {
      tags[i] = (byte) (i == from ? Tags.begin(Entity.Type.PER) : Tags.inside(Entity.Type.PER));
    }
    return tags;
  }

  private static DocumentWords words(String text) {
    return new DocumentWords(Tokenizer.forLanguage("de").tokenize(text));
  }
}
