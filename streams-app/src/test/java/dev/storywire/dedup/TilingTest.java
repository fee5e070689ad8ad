package dev.storywire.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TilingTest {
  @Test
  void placesTheLongestRunFirst() {
    Tiling tiling = Tiling.of(words("a b c d e x a b c"), words("y a b c d e"));
    assertThat(tiling.count()).isEqualTo(1);
    assertThat(tiling.length(0)).isEqualTo(5);
    assertThat(tiling.startA(0)).isEqualTo(0);
    assertThat(tiling.startB(0)).isEqualTo(1);
  }

  @Test
  void findsBothOfTwoSwappedBlocks() {
    Tiling tiling = Tiling.of(words("a b c d e f g h"), words("e f g h a b c d"));
    assertThat(tiling.count()).isEqualTo(2);
    int[] order = tiling.inOrderOfA();
    assertThat(order).hasSize(2);
    assertThat(tiling.startA(order[0])).isEqualTo(0);
    assertThat(tiling.endA(order[0])).isEqualTo(4);
    assertThat(tiling.startB(order[0])).isEqualTo(4);
    assertThat(tiling.endB(order[0])).isEqualTo(8);
    assertThat(tiling.startA(order[1])).isEqualTo(4);
    assertThat(tiling.endA(order[1])).isEqualTo(8);
    assertThat(tiling.startB(order[1])).isEqualTo(0);
    assertThat(tiling.endB(order[1])).isEqualTo(4);
  }

  @Test
  void tilesAreInTheOrderOfTheFirstText() {
    // the longest run, which is placed first, is last in both
    Tiling tiling = Tiling.of(words("a b c x d e f g h"), words("a b c y d e f g h"));
    assertThat(tiling.length(0)).isEqualTo(5);
    assertThat(tiling.inOrderOfA()).containsExactly(1, 0);
  }

  @Test
  void theRestOfARunThatIsPartlyTakenIsATile() {
    // "e f g h" of the second text belongs to the first of two runs of eight words
    Tiling tiling =
        Tiling.of(words("a b c d e f g h x e f g h i j k l"), words("a b c d e f g h i j k l"));
    assertThat(tiling.count()).isEqualTo(2);
    assertThat(tiling.length(0)).isEqualTo(8);
    assertThat(tiling.startA(1)).isEqualTo(13);
    assertThat(tiling.startB(1)).isEqualTo(8);
    assertThat(tiling.length(1)).isEqualTo(4);
  }

  @Test
  void threeWordsAreARun() {
    assertThat(Tiling.of(words("a b c"), words("a b c")).length(0)).isEqualTo(3);
  }

  @Test
  void findsMoreRunsThanFitAtFirst() {
    StringBuilder one = new StringBuilder();
    StringBuilder other = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      one.append("a%1$d b%1$d c%1$d x ".formatted(i));
      other.append("a%1$d b%1$d c%1$d y ".formatted(i));
    }
    Tiling tiling = Tiling.of(words(one.toString()), words(other.toString()));
    assertThat(tiling.count()).isEqualTo(100);
  }

  @Test
  void twoWordsAreNotARun() {
    assertThat(Tiling.of(words("a b x c d"), words("a b y c d")).count()).isZero();
  }

  @Property
  void tilesAreEqualAndDisjoint(
      @ForAll @Size(max = 60) int @IntRange(max = 4) [] a,
      @ForAll @Size(max = 60) int @IntRange(max = 4) [] b) {
    Tiling tiling = Tiling.of(a, b);
    int inTiles = 0;
    for (int t = 0; t < tiling.count(); t++) {
      assertThat(tiling.length(t)).isGreaterThanOrEqualTo(Tiling.SHORTEST);
      for (int k = 0; k < tiling.length(t); k++) {
        assertThat(a[tiling.startA(t) + k]).isEqualTo(b[tiling.startB(t) + k]);
      }
      inTiles += tiling.length(t);
    }
    assertThat(IntStream.range(0, a.length).filter(tiling::isInA).count()).isEqualTo(inTiles);
    assertThat(IntStream.range(0, b.length).filter(tiling::isInB).count()).isEqualTo(inTiles);
  }

  private static int[] words(String text) {
    return Articles.fingerprint("", text).words();
  }
}
