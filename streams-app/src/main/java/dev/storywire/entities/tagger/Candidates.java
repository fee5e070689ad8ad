package dev.storywire.entities.tagger;

import dev.storywire.text.TokenizedText;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Selects the tokens of a document that may be part of a name: capitalised tokens, tokens of a
 * script without case, and near a capitalised one also particles, marks and numbers. All others,
 * two of three, get the tag O without further work. Adjacent candidates form runs; a run ends with
 * its sentence.
 */
public final class Candidates {
  /** Maximum distance of a particle from a capitalised token. */
  private static final int REACH = 3;

  private final DocumentWords words;
  private final Gazetteer gazetteer;
  private final int[] tokens;

  public Candidates(DocumentWords words, Gazetteer gazetteer) {
    this.words = words;
    this.gazetteer = gazetteer;
    IntArrayList found = new IntArrayList(words.size() / 2);
    TokenizedText text = words.text;
    for (int s = 0; s < text.sentenceCount(); s++) {
      int from = text.sentenceFrom(s);
      int to = text.sentenceTo(s);
      int lastCapital = -REACH - 1;
      int nextCapital = nextCapital(from, to);
      for (int i = from; i < to; i++) {
        if (i == nextCapital) {
          found.add(i);
          lastCapital = i;
          nextCapital = nextCapital(i + 1, to);
        } else if ((i - lastCapital <= REACH || nextCapital - i <= REACH) && mayJoin(i)) {
          found.add(i);
        }
      }
    }
    this.tokens = found.toIntArray();
  }

  private int nextCapital(int from, int to) {
    int i = from;
    while (i < to && !words.hasCapital(i)) {
      i++;
    }
    return i < to ? i : Integer.MAX_VALUE;
  }

  private boolean mayJoin(int i) {
    return words.kind[i] == DocumentWords.NUMBER || gazetteer.isJoiner(words.lower[i]);
  }

  public int count() {
    return tokens.length;
  }

  /** Returns the token index of candidate k. */
  public int token(int k) {
    return tokens[k];
  }

  /** Returns true if candidate k is the last of its run. */
  public boolean endsRun(int k) {
    return k + 1 == tokens.length
        || tokens[k + 1] != tokens[k] + 1
        || words.sentence[tokens[k + 1]] != words.sentence[tokens[k]];
  }
}
