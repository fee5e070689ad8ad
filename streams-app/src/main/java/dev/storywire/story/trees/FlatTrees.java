package dev.storywire.story.trees;

import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;

/**
 * Trees in arrays, for evaluation. The nodes of a tree are in prefix order, so that the tree for
 * yes follows its test.
 */
final class FlatTrees {
  /** The feature of a node that has a value instead of a test. */
  private static final int LEAF = -1;

  private final int[] roots;
  private final int[] features;
  private final float[] cuts;
  private final int[] above;

  FlatTrees(List<DecisionTree> trees) {
    Builder builder = new Builder();
    roots = trees.stream().mapToInt(builder::add).toArray();
    features = builder.features.toIntArray();
    cuts = builder.cuts.toFloatArray();
    above = builder.above.toIntArray();
  }

  /** Returns {@code base} plus the values of all trees, added in order. */
  double sum(double base, double[] values) {
    double sum = base;
    for (int root : roots) {
      int node = root;
      while (features[node] != LEAF) {
        node = values[features[node]] < cuts[node] ? node + 1 : above[node];
      }
      sum += cuts[node];
    }
    return sum;
  }

  private static final class Builder {
    private final IntArrayList features = new IntArrayList();
    private final FloatArrayList cuts = new FloatArrayList();
    private final IntArrayList above = new IntArrayList();

    /** Adds a tree and returns its root. */
    int add(DecisionTree tree) {
      if (tree instanceof DecisionTree.Leaf leaf) {
        return add(LEAF, leaf.answer());
      }
      DecisionTree.Split split = (DecisionTree.Split) tree;
      int node = add(split.feature(), split.cut());
      add(split.below());
      above.set(node, add(split.above()));
      return node;
    }

    private int add(int feature, float cut) {
      features.add(feature);
      cuts.add(cut);
      above.add(LEAF);
      return features.size() - 1;
    }
  }
}
