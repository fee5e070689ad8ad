package dev.storywire.entities.tagger;

import dev.storywire.schemas.Entity;
import java.util.Arrays;

/** For each word of a document, its first use as the surname in a full name of a person. */
final class FullNameEnds {
  private static final int NONE = Integer.MAX_VALUE;
  private static final int INSIDE = Tags.inside(Entity.Type.PER);

  private final DocumentWords words;

  /** By the number of each distinct word, the first token that ends a full name. */
  private final int[] first;

  FullNameEnds(DocumentWords words, byte[] tags) {
    this.words = words;
    this.first = new int[words.distinct()];
    Arrays.fill(first, NONE);
    for (int i = tags.length - 1; i >= 0; i--) {
      boolean ends = tags[i] == INSIDE && (i + 1 == tags.length || tags[i + 1] != INSIDE);
      // in a line of capitals, names that follow each other are often tagged as one; Co. and Jr.
      // are no surnames
      if (ends
          && words.style[words.sentence[i]] != DocumentWords.SHOUTED
          && words.text.text().charAt(words.text.end(i) - 1) != '.') {
        first[words.id[i]] = i;
      }
    }
  }

  /** Returns true if the word of token i ends a full name before it. */
  boolean precede(int i) {
    return first[words.id[i]] < i;
  }

  /** Returns true if the word of token i ends a full name only later, but in the same sentence. */
  boolean followInSentence(int i) {
    int end = first[words.id[i]];
    return end != NONE && end > i && words.sentence[end] == words.sentence[i];
  }
}
