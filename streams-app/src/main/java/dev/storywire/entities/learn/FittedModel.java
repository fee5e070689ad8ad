package dev.storywire.entities.learn;

import dev.storywire.entities.tagger.CaseLexicon;
import dev.storywire.entities.tagger.CommonWords;
import dev.storywire.entities.tagger.NameLexicon;
import dev.storywire.entities.tagger.TagModel;
import dev.storywire.entities.tagger.TagWeights;
import dev.storywire.entities.tagger.Tags;
import java.util.Arrays;

/**
 * The trained weights, from which models are built.
 *
 * @param features hashes of the features
 * @param weights rows of {@link Tags#COUNT}, one for each feature
 * @param transitions weights of pairs of successive tags, row by row
 */
record FittedModel(
    int[] features, float[] weights, float[] transitions, CaseLexicon lexicon, NameLexicon names) {
  /**
   * Quantises the weights to bytes.
   *
   * @param bias amount by which the weight of O is reduced for each candidate, in nats. A higher
   *     one finds more names with less precision
   */
  TagModel quantised(double bias, CommonWords common) {
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    float scale = Byte.MAX_VALUE / largest;
    int[] kept = new int[features.length];
    byte[] rows = new byte[weights.length];
    int count = 0;
    for (int f = 0; f < features.length; f++) {
      boolean matters = false;
      for (int tag = 0; tag < Tags.COUNT; tag++) {
        int weight = Math.round(scale * weights[f * Tags.COUNT + tag]);
        rows[count * Tags.COUNT + tag] = (byte) weight;
        matters |= weight != 0;
      }
      kept[count] = features[f];
      count += matters ? 1 : 0;
    }
    int[] pairs = new int[Tags.COUNT * Tags.COUNT];
    for (int i = 0; i < pairs.length; i++) {
      double reduced = i % Tags.COUNT == Tags.OUTSIDE ? bias : 0;
      pairs[i] = Math.round(scale * (float) (transitions[i] - reduced));
    }
    TagWeights quantised = TagWeights.of(Arrays.copyOf(kept, count), rows);
    return new TagModel(quantised, pairs, lexicon, common, names);
  }
}
