package dev.storywire.story.learn;

import dev.storywire.story.trees.BoostedTrees;
import dev.storywire.story.trees.DecisionTree;
import dev.storywire.story.trees.FeatureSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains {@link BoostedTrees}: Newton steps on the logistic loss over binned features. A feature
 * with a direction can change the score in that direction only.
 */
final class TreeBooster {
  private static final double RATE = 0.1;
  private static final double SHRINKAGE = 5;
  private static final double MIN_IN_LEAF = 10;

  /** Minimum number of cases for which several threads try the features. */
  private static final int MIN_CASES_FOR_THREADS = 4_000;

  private final FeatureSet features;
  private final int trees;
  private final int depth;

  /**
   * Creates a trainer of models over these features.
   *
   * @param depth maximum number of tests from root to leaf
   */
  TreeBooster(FeatureSet features, int trees, int depth) {
    this.features = features;
    this.trees = trees;
    this.depth = depth;
  }

  /** A case: feature values, true if yes is right, and its weight. */
  record Example(double[] values, boolean yes, double weight) {
    /** Returns the same case with its weight multiplied. */
    Example scaled(double factor) {
      return new Example(values, yes, factor * weight);
    }
  }

  /** Returns a model that never answers yes. */
  BoostedTrees undecided() {
    return new BoostedTrees(features.names(), 0.5, -9, List.of());
  }

  /** Trains a model with a threshold of one half. */
  BoostedTrees train(List<Example> examples) {
    FeatureBins bins = new FeatureBins(examples, features.size());
    double yes = 0;
    double all = 0;
    for (Example example : examples) {
      all += example.weight;
      yes += example.yes ? example.weight : 0;
    }
    double base = Math.log(yes / (all - yes));
    double[] logOdds = new double[examples.size()];
    Arrays.fill(logOdds, base);
    List<DecisionTree> grown = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      DecisionTree tree = grow(examples, bins, logOdds);
      for (int i = 0; i < logOdds.length; i++) {
        logOdds[i] += tree.value(examples.get(i).values);
      }
      grown.add(tree);
    }
    return new BoostedTrees(features.names(), 0.5, base, grown);
  }

  private DecisionTree grow(List<Example> examples, FeatureBins bins, double[] logOdds) {
    double[] pull = new double[logOdds.length];
    double[] stiffness = new double[logOdds.length];
    int[] all = new int[logOdds.length];
    for (int i = 0; i < all.length; i++) {
      Example example = examples.get(i);
      double p = 1 / (1 + Math.exp(-logOdds[i]));
      pull[i] = example.weight * ((example.yes ? 1 : 0) - p);
      stiffness[i] = example.weight * p * (1 - p);
      all[i] = i;
    }
    return new Growth(bins, pull, stiffness)
        .node(all, depth, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** A test and its gain. */
  private record Question(int feature, int bin, double gain, double below, double above) {}

  /** Grows one tree. */
  private final class Growth {
    private final FeatureBins bins;
    private final double[] pull;
    private final double[] stiffness;

    Growth(FeatureBins bins, double[] pull, double[] stiffness) {
      this.bins = bins;
      this.pull = pull;
      this.stiffness = stiffness;
    }

    DecisionTree node(int[] cases, int depthLeft, double least, double most) {
      Question question = depthLeft == 0 ? null : best(cases);
      if (question == null) {
        double sum = Arrays.stream(cases).mapToDouble(i -> pull[i]).sum();
        double weight = Arrays.stream(cases).mapToDouble(i -> stiffness[i]).sum();
        double value = Math.max(least, Math.min(most, sum / (weight + SHRINKAGE)));
        return new DecisionTree.Leaf((float) (RATE * value));
      }
      int feature = question.feature;
      int[] below =
          Arrays.stream(cases).filter(i -> bins.bin(feature, i) <= question.bin).toArray();
      int[] above = Arrays.stream(cases).filter(i -> bins.bin(feature, i) > question.bin).toArray();
      int direction = features.directions().get(feature);
      double middle = Math.max(least, Math.min(most, (question.below + question.above) / 2));
      return new DecisionTree.Split(
          feature,
          bins.cut(feature, question.bin),
          node(below, depthLeft - 1, direction < 0 ? middle : least, direction > 0 ? middle : most),
          node(
              above, depthLeft - 1, direction > 0 ? middle : least, direction < 0 ? middle : most));
    }

    private @Nullable Question best(int[] cases) {
      IntStream each = IntStream.range(0, features.size());
      List<@Nullable Question> questions =
          (cases.length < MIN_CASES_FOR_THREADS ? each : each.parallel())
              .mapToObj(feature -> best(feature, cases))
              .collect(Collectors.toList());
      Question best = null;
      for (Question question : questions) {
        if (question != null && (best == null || question.gain > best.gain)) {
          best = question;
        }
      }
      return best;
    }

    private @Nullable Question best(int feature, int[] cases) {
      double[] sums = new double[bins.count(feature)];
      double[] weights = new double[sums.length];
      for (int i : cases) {
        sums[bins.bin(feature, i)] += pull[i];
        weights[bins.bin(feature, i)] += stiffness[i];
      }
      return best(feature, sums, weights);
    }

    private @Nullable Question best(int feature, double[] sums, double[] weights) {
      double sum = Arrays.stream(sums).sum();
      double weight = Arrays.stream(weights).sum();
      Question best = null;
      double belowSum = 0;
      double belowWeight = 0;
      for (int bin = 0; bin < sums.length - 1; bin++) {
        belowSum += sums[bin];
        belowWeight += weights[bin];
        double aboveSum = sum - belowSum;
        double aboveWeight = weight - belowWeight;
        double below = belowSum / (belowWeight + SHRINKAGE);
        double above = aboveSum / (aboveWeight + SHRINKAGE);
        double gain = below * belowSum + above * aboveSum - sum * sum / (weight + SHRINKAGE);
        if (belowWeight >= MIN_IN_LEAF
            && aboveWeight >= MIN_IN_LEAF
            && features.directions().get(feature) * (above - below) >= 0
            && gain > (best == null ? 1e-9 : best.gain)) {
          best = new Question(feature, bin, gain, below, above);
        }
      }
      return best;
    }
  }
}
