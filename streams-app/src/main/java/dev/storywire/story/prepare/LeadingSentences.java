package dev.storywire.story.prepare;

import dev.storywire.text.TokenizedText;
import java.util.ArrayList;
import java.util.List;

/** The first sentences of an article's text: what a summary may be taken from. */
final class LeadingSentences {
  private static final int MOST = 8;
  private static final int SHORTEST = 40;
  private static final int LONGEST = 320;

  private LeadingSentences() {}

  /** Sentences of usual length that begin at or after char {@code from}. */
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
