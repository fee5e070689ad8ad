package dev.storywire.story.trees;

import java.util.ArrayList;
import java.util.List;

/**
 * A trained yes-or-no decision: gradient-boosted decision trees on the logistic loss (Friedman,
 * 2001).
 *
 * <p>Written as text: comment lines, {@code bar} (the threshold), {@code base} (log odds without
 * evidence), then one tree a line, in prefix order: {@code feature<cut} followed by the tree for
 * yes and the tree for no; a plain number is a leaf, in log odds.
 */
public final class BoostedTrees {
  private final List<String> features;
  private final double bar;
  private final double base;
  private final List<DecisionTree> trees;
  private final FlatTrees flat;

  /**
   * Creates a model.
   *
   * @param features names of the features, in order
   * @param bar the threshold
   * @param base log odds without evidence
   */
  public BoostedTrees(List<String> features, double bar, double base, List<DecisionTree> trees) {
    this.features = List.copyOf(features);
    this.bar = bar;
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
    double bar = 0.5;
    double base = 0;
    List<DecisionTree> trees = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("bar ")) {
        bar = Double.parseDouble(line.substring(4));
      } else if (line.startsWith("base ")) {
        base = Double.parseDouble(line.substring(5));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        trees.add(DecisionTree.parse(line, features));
      }
    }
    return new BoostedTrees(features, bar, base, trees);
  }

  /** Returns the lines that {@link #parse} reads. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("bar " + bar);
    lines.add("base " + (float) base);
    trees.forEach(tree -> lines.add(tree.format(features)));
    return lines;
  }

  /** Returns the threshold: the lowest score that counts as yes. */
  public double bar() {
    return bar;
  }

  /** Returns the same trees with another threshold. */
  public BoostedTrees withBar(double other) {
    return new BoostedTrees(features, other, base, trees);
  }

  /** Returns the probability of yes, 0 to 1, for these feature values. */
  public double score(double[] values) {
    return 1 / (1 + StrictMath.exp(-flat.sum(base, values)));
  }
}
