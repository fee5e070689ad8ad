package dev.storywire.story.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlatTreesTest {
  private static final int FEATURES = 5;

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void givesTheSumOfTheTrees() {
    List<DecisionTree> trees = Stream.generate(() -> tree(4)).limit(30).toList();
    FlatTrees flat = new FlatTrees(trees);
    for (int i = 0; i < 1_000; i++) {
      double[] values = random.doubles(FEATURES).toArray();
      double sum = 0.25;
      for (DecisionTree tree : trees) {
        sum += tree.value(values);
      }
      assertThat(flat.sum(0.25, values)).isEqualTo(sum);
    }
  }

  @Test
  void comparesLikeTheTrees() {
    FlatTrees flat = new FlatTrees(List.of(DecisionTree.parse("b<0.5 1 2", List.of("a", "b"))));
    assertThat(flat.sum(0, new double[] {9, 0.49})).isEqualTo(1);
    assertThat(flat.sum(0, new double[] {0, 0.5})).isEqualTo(2);
    assertThat(flat.sum(0, new double[] {0, Double.NaN})).isEqualTo(2);
  }

  private DecisionTree tree(int depth) {
    return depth == 0 || random.nextInt(6) == 0
        ? new DecisionTree.Leaf((float) random.nextDouble(-1, 1))
        : new DecisionTree.Split(
            random.nextInt(FEATURES),
            (float) random.nextDouble(),
            tree(depth - 1),
            tree(depth - 1));
  }
}
