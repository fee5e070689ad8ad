package dev.storywire.entities.tagger;

import dev.storywire.text.TokenizedText;
import java.util.Arrays;

/**
 * Tags one document with one model in two passes. The second pass has additional features from the
 * tags of the same words elsewhere in the document (Krishnan and Manning, 2006). It adds to the
 * scores of the first pass and is cheap.
 */
final class DocumentTagger {
  /** Lower than the score of any path. The sum of two does not overflow. */
  private static final int IMPOSSIBLE = Integer.MIN_VALUE / 4;

  private static final int COUNT = Tags.COUNT;

  private final TagModel model;
  private final DocumentWords words;
  private final CandidateTokens candidates;
  private final TagFeatures features;
  private final int[] scores;
  private byte[] back = new byte[0];

  /** For each feature of a token, false if the model does not have it. */
  private boolean[] mayBeKnown = new boolean[0];

  DocumentTagger(TagModel model, Gazetteer gazetteer, TokenizedText text) {
    this.model = model;
    this.words = new DocumentWords(text);
    this.candidates = new CandidateTokens(words, gazetteer, model.common());
    this.features = new TagFeatures(words, gazetteer, model.lexicon(), model.names());
    this.scores = new int[candidates.count() * COUNT];
  }

  byte[] firstTags() {
    for (int k = 0; k < candidates.count(); k++) {
      features.read(candidates.token(k));
      addFeatures(k);
    }
    return bestTags();
  }

  byte[] secondTags() {
    FirstPassTags firstPass = new FirstPassTags(words, firstTags());
    for (int k = 0; k < candidates.count(); k++) {
      features.clear();
      firstPass.read(candidates.token(k), features);
      addFeatures(k);
    }
    return bestTags();
  }

  /**
   * Adds the weights of the features. Their entries are looked up first, since the table is larger
   * than the processor's caches, and the processor can then wait for several entries at once.
   */
  private void addFeatures(int k) {
    int size = features.size();
    if (mayBeKnown.length < size) {
      mayBeKnown = new boolean[2 * size];
    }
    TagWeights weights = model.weights();
    for (int f = 0; f < size; f++) {
      mayBeKnown[f] = weights.mayContain(features.get(f));
    }
    for (int f = 0; f < size; f++) {
      if (mayBeKnown[f]) {
        weights.addTo(scores, k * COUNT, features.get(f));
      }
    }
  }

  /** Returns the best path through each run (Viterbi). The tag before and after a run is O. */
  private byte[] bestTags() {
    byte[] tags = new byte[words.size()];
    back = back.length < scores.length ? new byte[scores.length] : back;
    int from = 0;
    for (int k = 0; k < candidates.count(); k++) {
      if (candidates.endsRun(k)) {
        readRun(from, k + 1, tags);
        from = k + 1;
      }
    }
    return tags;
  }

  private void readRun(int from, int to, byte[] tags) {
    int[] best = new int[COUNT];
    int[] next = new int[COUNT];
    Arrays.fill(best, IMPOSSIBLE);
    best[Tags.OUTSIDE] = 0;
    for (int k = from; k < to; k++) {
      for (int tag = 0; tag < COUNT; tag++) {
        int previous = bestPrevious(best, tag);
        back[k * COUNT + tag] = (byte) previous;
        next[tag] =
            Math.max(
                IMPOSSIBLE,
                best[previous] + model.transition(previous, tag) + scores[k * COUNT + tag]);
      }
      int[] swap = best;
      best = next;
      next = swap;
    }
    int tag = bestPrevious(best, Tags.OUTSIDE);
    for (int k = to - 1; k >= from; k--) {
      tags[candidates.token(k)] = (byte) tag;
      tag = back[k * COUNT + tag];
    }
  }

  private int bestPrevious(int[] best, int tag) {
    int bestTag = Tags.OUTSIDE;
    int bestScore = best[Tags.OUTSIDE] + model.transition(Tags.OUTSIDE, tag);
    for (int previous = 1; previous < COUNT; previous++) {
      int score = best[previous] + model.transition(previous, tag);
      if (score > bestScore) {
        bestScore = score;
        bestTag = previous;
      }
    }
    return bestTag;
  }
}
