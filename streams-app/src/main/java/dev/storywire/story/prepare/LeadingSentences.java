package dev.storywire.story.prepare;

import dev.storywire.text.TokenizedText;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Selects the first sentences of an article, from which summaries are made. */
final class LeadingSentences {
  private static final int MAX_SENTENCES = 8;

  /** The shortest sentence, in columns. */
  private static final int SHORTEST = 40;

  private static final int MAX_LENGTH = 320;

  private static final Set<UnicodeScript> WIDE =
      EnumSet.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

  private LeadingSentences() {}

  /** Returns sentences of usual length that begin at or after char {@code from}. */
  static List<String> of(TokenizedText text, int from) {
    List<String> sentences = new ArrayList<>();
    for (int s = 0; s < text.sentenceCount() && sentences.size() < MAX_SENTENCES; s++) {
      int start = text.start(text.sentenceFrom(s));
      int end = text.end(text.sentenceTo(s) - 1);
      if (start >= from
          && columns(text.text(), start, end) >= SHORTEST
          && end - start <= MAX_LENGTH) {
        sentences.add(text.text().substring(start, end).replaceAll("\\s+", " "));
      }
    }
    return sentences;
  }

  /** Returns the columns that a text takes: a letter of Chinese, Japanese or Korean takes two. */
  private static int columns(String text, int from, int to) {
    int columns = to - from;
    for (int i = from; i < to; i++) {
      columns += WIDE.contains(UnicodeScript.of(text.charAt(i))) ? 1 : 0;
    }
    return columns;
  }
}
