package dev.storywire.entities.tagger;

import dev.storywire.text.TokenizedText;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.function.IntPredicate;

/**
 * Selects the tokens of a document that may be part of a name: capitalised tokens, tokens of a
 * script without case, the few names in lower case, and near a capitalised one also particles,
 * marks and numbers. All others, two of three, get the tag O without further work. Adjacent
 * candidates form runs; a run ends with its sentence.
 *
 * <p>In a language with {@linkplain CommonWords common words}, these are selected only next to
 * another capitalised token, and particles only if they touch it without a gap.
 */
public final class CandidateTokens {
  /** Maximum distance of a particle from a capitalised token. */
  private static final int REACH = 3;

  private final DocumentWords words;
  private final Gazetteer gazetteer;

  /** For each token, true if it may be a name by itself. */
  private final boolean[] open;

  private final IntArrayList found;

  /**
   * @param common {@link CommonWords#NONE} selects all capitalised tokens
   */
  public CandidateTokens(DocumentWords words, Gazetteer gazetteer, CommonWords common) {
    this(
        words, gazetteer, !common.hashes().isEmpty(), token -> common.contains(words.lower[token]));
  }

  CandidateTokens(
      DocumentWords words, Gazetteer gazetteer, boolean hasCommon, IntPredicate isCommon) {
    this.words = words;
    this.gazetteer = gazetteer;
    this.open = new boolean[words.size()];
    for (int i = 0; i < open.length; i++) {
      open[i] =
          words.hasCapital(i)
              ? !hasCommon || !isCommon.test(i)
              : gazetteer.isLowerCaseName(words.lower[i]);
    }
    this.found = new IntArrayList(words.size() / 2);
    TokenizedText text = words.text;
    for (int s = 0; s < text.sentenceCount(); s++) {
      if (hasCommon) {
        selectTouching(text.sentenceFrom(s), text.sentenceTo(s));
      } else {
        selectNear(text.sentenceFrom(s), text.sentenceTo(s));
      }
    }
  }

  private void selectNear(int from, int to) {
    int last = from - REACH - 1;
    int next = nextOpen(from, to);
    for (int i = from; i < to; i++) {
      if (i == next) {
        found.add(i);
        last = i;
        next = nextOpen(i + 1, to);
      } else if ((i - last <= REACH || next - i <= REACH) && mayJoin(i)) {
        found.add(i);
      }
    }
  }

  private int nextOpen(int from, int to) {
    int i = from;
    while (i < to && !open[i]) {
      i++;
    }
    return i < to ? i : Integer.MAX_VALUE;
  }

  private void selectTouching(int from, int to) {
    int done = from;
    for (int i = from; i < to; i++) {
      if (i >= done && open[i]) {
        int first = reach(i, -1, done - 1);
        done = reach(i, 1, to) + 1;
        for (int j = first; j < done; j++) {
          found.add(j);
        }
      }
    }
  }

  /**
   * Returns the last token, in one direction, that belongs to token i: i itself, a common word next
   * to it, or particles without a gap.
   *
   * @param end the token at which to stop
   */
  private int reach(int i, int step, int end) {
    int j = i + step;
    if (j != end && words.hasCapital(j)) {
      return open[j] ? i : j;
    }
    while (j != end && Math.abs(j - i) <= REACH && !words.hasCapital(j) && mayJoin(j)) {
      j += step;
    }
    boolean joins = j != end && open[j];
    j -= step;
    while (!joins && j != i && gazetteer.isInner(words.lower[j])) {
      j -= step;
    }
    return j;
  }

  private boolean mayJoin(int i) {
    return words.kind[i] == DocumentWords.NUMBER || gazetteer.isJoiner(words.lower[i]);
  }

  public int count() {
    return found.size();
  }

  /** Returns the token index of candidate k. */
  public int token(int k) {
    return found.getInt(k);
  }

  /** Returns true if candidate k is the last of its run. */
  public boolean endsRun(int k) {
    return k + 1 == count()
        || token(k + 1) != token(k) + 1
        || words.sentence[token(k + 1)] != words.sentence[token(k)];
  }
}
