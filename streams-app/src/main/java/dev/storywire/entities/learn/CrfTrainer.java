package dev.storywire.entities.learn;

import dev.storywire.entities.tagger.Tags;
import dev.storywire.text.WordHash;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits a linear-chain conditional random field by stochastic gradient descent over runs, with
 * AdaGrad (Duchi et al., 2011) and lazy weight decay. The order is shuffled by a seeded hash, so
 * that the result is reproducible.
 */
final class CrfTrainer {
  private static final int COUNT = Tags.COUNT;
  private static final float RATE = 0.1f;
  private static final float DECAY = 2e-6f;
  private static final float FORBIDDEN = -1e4f;

  /** Gradients below this are ignored, which halves the time. */
  private static final float NEGLIGIBLE = 1e-4f;

  /** Share of the steps with the features of the second pass. */
  private static final double SECOND_READINGS = 0.5;

  /**
   * Dropout rate of features (Srivastava et al., 2014), so that unknown names are recognised by
   * their context.
   */
  private static final double DROPPED = 0.2;

  private final float[] weights;
  private final float[] squares;
  private final int[] decayedAt;
  private final float[] transitions = new float[COUNT * COUNT];
  private final float[] transitionSquares = new float[COUNT * COUNT];
  private final Marginals marginals = new Marginals();
  private final float[] gradient = new float[COUNT];
  private int step;

  CrfTrainer(int features) {
    weights = new float[features * COUNT];
    squares = new float[features * COUNT];
    decayedAt = new int[features];
    Arrays.fill(squares, 1);
    Arrays.fill(transitionSquares, 1);
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = Tags.mayFollow(i / COUNT, i % COUNT) ? 0 : FORBIDDEN;
    }
  }

  /** Returns the weights in rows of {@link Tags#COUNT}; valid after {@link #train}. */
  float[] weights() {
    return weights;
  }

  float[] transitions() {
    return transitions;
  }

  void train(List<TrainingChain> chains, int epochs) {
    for (int e = 0; e < epochs; e++) {
      int epoch = e;
      IntStream.range(0, chains.size())
          .boxed()
          .sorted((a, b) -> Integer.compare(WordHash.mix(a, epoch), WordHash.mix(b, epoch)))
          .forEach(c -> train(chains.get(c), isSecondReading(c, epoch)));
    }
    for (int feature = 0; feature < decayedAt.length; feature++) {
      decay(feature);
    }
  }

  private static boolean isSecondReading(int chain, int epoch) {
    return WordHash.mix(~chain, epoch) < Integer.MIN_VALUE + SECOND_READINGS * 0x1p32;
  }

  private void train(TrainingChain chain, boolean second) {
    int from = 0;
    for (int k = 0; k < chain.tags.length; k++) {
      if (chain.runEnds[k]) {
        trainRun(chain, second && chain.secondPassFeatures.length > 0, from, k + 1);
        from = k + 1;
      }
    }
  }

  private void trainRun(TrainingChain chain, boolean second, int from, int to) {
    step++;
    marginals.begin(to - from);
    for (int k = from; k < to; k++) {
      score(chain.features[k], (k - from) * COUNT);
      if (second) {
        score(chain.secondPassFeatures[k], (k - from) * COUNT);
      }
    }
    marginals.compute(transitions);
    stepTransitions(chain.tags, from, to);
    for (int k = from; k < to; k++) {
      if (readGradient(k - from, chain.tags[k])) {
        stepWeights(chain.features[k]);
        if (second) {
          stepWeights(chain.secondPassFeatures[k]);
        }
      }
    }
  }

  private void score(int[] features, int at) {
    float[] scores = marginals.scores();
    for (int feature : features) {
      if (!dropped(feature)) {
        decay(feature);
        for (int tag = 0; tag < COUNT; tag++) {
          scores[at + tag] += weights[feature * COUNT + tag];
        }
      }
    }
  }

  /** Returns true if a feature is dropped in this step. */
  private boolean dropped(int feature) {
    return WordHash.mix(step, feature) < Integer.MIN_VALUE + DROPPED * 0x1p32;
  }

  private void decay(int feature) {
    float factor = (float) Math.exp(-DECAY * (step - decayedAt[feature]));
    decayedAt[feature] = step;
    for (int i = feature * COUNT; i < (feature + 1) * COUNT; i++) {
      weights[i] *= factor;
    }
  }

  /** Computes the gradient of the log-likelihood at a token. Returns false if it is negligible. */
  private boolean readGradient(int t, int trueTag) {
    marginals.tags(t, gradient);
    float size = 0;
    for (int tag = 0; tag < COUNT; tag++) {
      gradient[tag] = (tag == trueTag ? 1 : 0) - gradient[tag];
      size += Math.abs(gradient[tag]);
    }
    return size > NEGLIGIBLE;
  }

  private void stepWeights(int[] features) {
    for (int feature : features) {
      if (!dropped(feature)) {
        for (int tag = 0; tag < COUNT; tag++) {
          step(weights, squares, feature * COUNT + tag, gradient[tag]);
        }
      }
    }
  }

  private void stepTransitions(byte[] tags, int from, int to) {
    float[] pairs = new float[COUNT * COUNT];
    int previous = Tags.OUTSIDE;
    for (int k = from; k < to; k++) {
      pairs[previous * COUNT + tags[k]]++;
      previous = tags[k];
    }
    pairs[previous * COUNT + Tags.OUTSIDE]++;
    marginals.addPairs(pairs, -1);
    for (int i = 0; i < pairs.length; i++) {
      if (transitions[i] != FORBIDDEN) {
        step(transitions, transitionSquares, i, pairs[i]);
      }
    }
  }

  private static void step(float[] values, float[] squares, int i, float gradient) {
    squares[i] += gradient * gradient;
    values[i] += RATE * gradient / (float) Math.sqrt(squares[i]);
  }
}
