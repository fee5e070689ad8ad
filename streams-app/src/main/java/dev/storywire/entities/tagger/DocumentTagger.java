package dev.storywire.entities.tagger;

/**
 * Tags one document with one model in two passes. The second pass has additional features from the
 * tags of the same words elsewhere in the document (Krishnan and Manning, 2006). It adds to the
 * scores of the first pass and is cheap.
 */
final class DocumentTagger {
  private static final int COUNT = Tags.COUNT;

  private final TagModel model;
  private final DocumentWords words;
  private final CandidateTokens candidates;
  private final TagFeatures features;
  private final int[] scores;

  /** For each candidate and tag, the best previous tag. */
  private final byte[] back;

  /** The score of the best path to each tag of a candidate, and of the next one. */
  private int[] best = new int[COUNT];

  private int[] next = new int[COUNT];

  DocumentTagger(TagModel model, Gazetteer gazetteer, HabitTable habitTable, DocumentWords words) {
    this.model = model;
    this.words = words;
    WordHabits habits = new WordHabits(words, habitTable, model.names());
    boolean hasCommon = !model.common().hashes().isEmpty();
    this.candidates = new CandidateTokens(words, gazetteer, hasCommon, habits::isCommon);
    this.features = new TagFeatures(words, gazetteer, habits);
    this.scores = new int[candidates.count() * COUNT];
    this.back = new byte[scores.length];
  }

  byte[] firstTags() {
    addWords();
    for (int k = 0; k < candidates.count(); k++) {
      features.readContext(candidates.token(k));
      features.addWeights(model.weights(), scores, k * COUNT);
    }
    return bestTags();
  }

  /** Adds the weights of the words themselves. Those of a word are looked up once. */
  private void addWords() {
    int[] first = new int[words.distinct()];
    for (int k = 0; k < candidates.count(); k++) {
      int i = candidates.token(k);
      int before = first[words.id[i]] - 1;
      if (before >= 0 && words.word[candidates.token(before)] == words.word[i]) {
        System.arraycopy(scores, before * COUNT, scores, k * COUNT, COUNT);
      } else {
        first[words.id[i]] = k + 1;
        features.readWord(i);
        features.addWeights(model.weights(), scores, k * COUNT);
      }
    }
  }

  byte[] secondTags() {
    FirstPassTags firstPass = new FirstPassTags(words, firstTags());
    for (int k = 0; k < candidates.count(); k++) {
      firstPass.read(candidates.token(k), features);
      features.addWeights(model.weights(), scores, k * COUNT);
    }
    return bestTags();
  }

  /** Returns the best path through each run (Viterbi). The tag before and after a run is O. */
  private byte[] bestTags() {
    byte[] tags = new byte[words.size()];
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
    for (int tag = 0; tag < COUNT; tag++) {
      best[tag] = model.transition(Tags.OUTSIDE, tag) + scores[from * COUNT + tag];
    }
    for (int k = from + 1; k < to; k++) {
      for (int tag = 0; tag < COUNT; tag++) {
        int previous = bestPrevious(tag);
        back[k * COUNT + tag] = (byte) previous;
        next[tag] = best[previous] + model.transition(previous, tag) + scores[k * COUNT + tag];
      }
      int[] swap = best;
      best = next;
      next = swap;
    }
    int tag = bestPrevious(Tags.OUTSIDE);
    for (int k = to - 1; k >= from; k--) {
      tags[candidates.token(k)] = (byte) tag;
      tag = back[k * COUNT + tag];
    }
  }

  private int bestPrevious(int tag) {
    if (Tags.isInside(tag)) {
      int begin = tag - 1;
      return best[tag] + model.transition(tag, tag) > best[begin] + model.transition(begin, tag)
          ? tag
          : begin;
    }
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
