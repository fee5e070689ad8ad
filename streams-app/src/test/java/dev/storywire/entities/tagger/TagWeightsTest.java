package dev.storywire.entities.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TagWeightsTest {
  @Test
  void addsTheWeightsOfAllKnownFeatures() {
    Random random = new Random(5);
    int[] known = random.ints(400).distinct().toArray();
    byte[] rows = new byte[known.length * Tags.COUNT];
    random.nextBytes(rows);
    TagWeights weights = TagWeights.of(known, rows);
    int[] features = new int[700];
    int[] expected = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    int[] scores = expected.clone();
    for (int f = 0; f < features.length; f++) {
      int k = random.nextInt(known.length);
      boolean isKnown = random.nextInt(4) > 0;
      features[f] = isKnown ? known[k] : random.nextInt();
      for (int tag = 0; isKnown && tag < Tags.COUNT; tag++) {
        expected[tag] += rows[k * Tags.COUNT + tag];
      }
    }
    weights.addTo(scores, 0, features, features.length);
    assertThat(scores).isEqualTo(expected);
  }

  @Test
  void sumsDoNotOverflow() {
    for (byte weight : new byte[] {Byte.MIN_VALUE, Byte.MAX_VALUE}) {
      byte[] row = new byte[Tags.COUNT];
      Arrays.fill(row, weight);
      TagWeights weights = TagWeights.of(new int[] {7}, row);
      int[] features = new int[1000];
      Arrays.fill(features, 7);
      int[] scores = new int[2 * Tags.COUNT];
      weights.addTo(scores, Tags.COUNT, features, features.length);
      assertThat(Arrays.copyOfRange(scores, 0, Tags.COUNT)).containsOnly(0);
      assertThat(Arrays.copyOfRange(scores, Tags.COUNT, scores.length)).containsOnly(1000 * weight);
    }
  }
}
