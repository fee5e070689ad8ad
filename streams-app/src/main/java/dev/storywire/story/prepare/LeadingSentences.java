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

  /** The shortest sentence of usual length, in columns. Shorter ones are often datelines. */
  private static final int SHORTEST = 40;

  /** The shortest sentence of a short text, in columns. Shorter ones are often signatures. */
  private static final int SHORTEST_OF_ALL = 10;

  private static final int MAX_LENGTH = 320;

  private static final Set<UnicodeScript> WIDE =
      EnumSet.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

  private LeadingSentences() {}

  /**
   * Returns sentences of usual length that begin at or after char {@code from}; if the text has
   * only shorter ones, those.
   */
  static List<String> of(TokenizedText text, int from) {
    List<String> usual = new ArrayList<>();
    List<String> shorter = new ArrayList<>();
    for (int s = 0; s < text.sentenceCount() && usual.size() < MAX_SENTENCES; s++) {
      int start = text.start(text.sentenceFrom(s));
      int end = text.end(text.sentenceTo(s) - 1);
      if (start < from || end - start > MAX_LENGTH) {
        continue;
      }
      int columns = columns(text.text(), start, end);
      if (columns >= SHORTEST_OF_ALL) {
        List<String> sentences = columns >= SHORTEST ? usual : shorter;
        sentences.add(text.text().substring(start, end).replaceAll("\\s+", " "));
      }
    }
    return usual.isEmpty() ? shorter.subList(0, Math.min(MAX_SENTENCES, shorter.size())) : usual;
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
