package dev.storywire.story.trees;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** A small decision tree: a question about one feature, or an answer. */
public sealed interface DecisionTree {
  /** The answer for these feature values. */
  double value(double[] values);

  /** The tree in prefix order, as {@link #parse} reads it. */
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
          "The model asks for feature \"" + name + "\"; there are " + features);
    }
    float cut = Float.parseFloat(word.substring(less + 1));
    DecisionTree below = parse(words, features);
    return new Split(feature, cut, below, parse(words, features));
  }

  /** An answer. */
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

  /** Whether a feature is below the cut. */
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
