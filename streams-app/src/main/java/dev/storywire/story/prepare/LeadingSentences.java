package dev.storywire.story.prepare;

import dev.storywire.text.TokenizedText;
import java.util.ArrayList;
import java.util.List;

/** Selects the first sentences of an article, from which summaries are made. */
final class LeadingSentences {
  private static final int MOST = 8;
  private static final int SHORTEST = 40;
  private static final int LONGEST = 320;

  private LeadingSentences() {}

  /** Returns sentences of usual length that begin at or after char {@code from}. */
  static List<String> of(TokenizedText text, int from) {
    List<String> sentences = new ArrayList<>();
    for (int s = 0; s < text.sentenceCount() && sentences.size() < MOST; s++) {
      int start = text.start(text.sentenceFrom(s));
      int end = text.end(text.sentenceTo(s) - 1);
      if (start >= from && end - start >= SHORTEST && end - start <= LONGEST) {
        sentences.add(text.text().substring(start, end).replaceAll("\\s+", " "));
      }
    }
    return sentences;
  }
}
