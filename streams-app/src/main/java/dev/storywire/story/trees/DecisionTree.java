package dev.storywire.story.trees;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** A small decision tree: a test of one feature, or a value. */
public sealed interface DecisionTree {
  /** Returns the value for these feature values. */
  double value(double[] values);

  /** Returns the tree in prefix order, as {@link #parse} reads it. */
  String format(List<String> features);

  /** Reads a tree in prefix order: {@code feature<cut}, the tree for yes, the tree for no. */
  static DecisionTree parse(String line, List<String> features) {
    Iterator<String> words = Arrays.asList(line.trim().split(" +")).iterator();
    return parse(words, features);
  }

  private static DecisionTree parse(Iterator<String> words, List<String> features) {
    String word = words.next();
    int less = word.indexOf('<');
    if (less < 0) {
      return new Leaf(Float.parseFloat(word));
    }
    String name = word.substring(0, less);
    int feature = features.indexOf(name);
    if (feature < 0) {
      throw new IllegalArgumentException(
          "The model uses feature \"" + name + "\"; there are " + features);
    }
    float cut = Float.parseFloat(word.substring(less + 1));
    DecisionTree below = parse(words, features);
    return new Split(feature, cut, below, parse(words, features));
  }

  /** A value. */
  record Leaf(float answer) implements DecisionTree {
    @Override
    public double value(double[] values) {
      return answer;
    }

    @Override
    public String format(List<String> features) {
      return Float.toString(answer);
    }
  }

  /** A test: is the feature below the cut? */
  record Split(int feature, float cut, DecisionTree below, DecisionTree above)
      implements DecisionTree {
    @Override
    public double value(double[] values) {
      return (values[feature] < cut ? below : above).value(values);
    }

    @Override
    public String format(List<String> features) {
      return features.get(feature)
          + "<"
          + cut
          + " "
          + below.format(features)
          + " "
          + above.format(features);
    }
  }
}
