package dev.storywire.story.learn;

import java.util.Arrays;
import java.util.List;

/** The feature values of many examples, in bins of about equal size. */
final class FeatureBins {
  private static final int BINS = 48;

  private final float[][] cuts;
  private final byte[][] bins;

  FeatureBins(List<TreeBooster.Example> examples, int features) {
    cuts = new float[features][];
    bins = new byte[features][examples.size()];
    for (int feature = 0; feature < features; feature++) {
      int at = feature;
      float[] values = new float[examples.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) examples.get(i).values()[at];
      }
      cuts[feature] = cuts(values);
      for (int i = 0; i < values.length; i++) {
        int found = Arrays.binarySearch(cuts[feature], values[i]);
        bins[feature][i] = (byte) (found >= 0 ? found + 1 : -found - 1);
      }
    }
  }

  /** Returns the number of bins of a feature. */
  int count(int feature) {
    return cuts[feature].length + 1;
  }

  /** Returns the bin of an example, 0 for the lowest values. */
  int bin(int feature, int example) {
    return bins[feature][example];
  }

  /** Returns the value between a bin and the next. */
  float cut(int feature, int bin) {
    return cuts[feature][bin];
  }

  private static float[] cuts(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    float[] cuts = new float[BINS - 1];
    int count = 0;
    for (int bin = 1; bin < BINS; bin++) {
      float cut = sorted[(int) ((long) bin * sorted.length / BINS)];
      if (cut > sorted[0] && (count == 0 || cut > cuts[count - 1])) {
        cuts[count++] = cut;
      }
    }
    return Arrays.copyOf(cuts, count);
  }
}
