package dev.storywire.story.trees;

import java.util.ArrayList;
import java.util.List;

/**
 * A trained yes-or-no decision: gradient-boosted decision trees on the logistic loss (Friedman,
 * 2001).
 *
 * <p>Written as text: comment lines, {@code threshold}, {@code base} (log odds without evidence),
 * then one tree a line, in prefix order: {@code feature<cut} followed by the tree for yes and the
 * tree for no; a plain number is a leaf, in log odds.
 */
public final class BoostedTrees {
  private final List<String> features;
  private final double threshold;
  private final double base;
  private final List<DecisionTree> trees;
  private final FlatTrees flat;

  /**
   * Creates a model.
   *
   * @param features names of the features, in order
   * @param threshold the threshold
   * @param base log odds without evidence
   */
  public BoostedTrees(
      List<String> features, double threshold, double base, List<DecisionTree> trees) {
    this.features = List.copyOf(features);
    this.threshold = threshold;
    this.base = base;
    this.trees = List.copyOf(trees);
    this.flat = new FlatTrees(this.trees);
  }

  /**
   * Reads a model.
   *
   * @param features names of the features that {@link #score} will be given, in order
   * @throws IllegalArgumentException if the model uses a feature that is not among them
   */
  public static BoostedTrees parse(List<String> lines, List<String> features) {
    double threshold = 0.5;
    double base = 0;
    List<DecisionTree> trees = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("threshold ")) {
        threshold = Double.parseDouble(line.substring("threshold ".length()));
      } else if (line.startsWith("base ")) {
        base = Double.parseDouble(line.substring(5));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        trees.add(DecisionTree.parse(line, features));
      }
    }
    return new BoostedTrees(features, threshold, base, trees);
  }

  /** Returns the lines that {@link #parse} reads. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("threshold " + threshold);
    lines.add("base " + (float) base);
    trees.forEach(tree -> lines.add(tree.format(features)));
    return lines;
  }

  /** Returns the threshold: the lowest score that counts as yes. */
  public double threshold() {
    return threshold;
  }

  /** Returns the same trees with another threshold. */
  public BoostedTrees withThreshold(double other) {
    return new BoostedTrees(features, other, base, trees);
  }

  /** Returns the probability of yes, 0 to 1, for these feature values. */
  public double score(double[] values) {
    return 1 / (1 + StrictMath.exp(-flat.sum(base, values)));
  }
}
