package dev.storywire.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RememberedArticleTest {
  private static final RememberedArticle COPY =
      new RememberedArticle(7, 5, 1_772_452_800_000L, 3, new int[] {-1, 0, 42});

  @Test
  void isDecodedAsItWasEncoded() {
    assertThat(RememberedArticle.decode(COPY.encode())).isEqualTo(COPY).hasSameHashCodeAs(COPY);
    RememberedArticle withoutBands = new RememberedArticle(1, 2, 3, 2, new int[0]);
    assertThat(RememberedArticle.decode(withoutBands.encode())).isEqualTo(withoutBands);
  }

  @Test
  void differsInEachComponent() {
    int[] bands = COPY.bands();
    assertThat(COPY)
        .isNotEqualTo(new RememberedArticle(8, 5, COPY.time(), 3, bands))
        .isNotEqualTo(new RememberedArticle(7, 6, COPY.time(), 3, bands))
        .isNotEqualTo(new RememberedArticle(7, 5, COPY.time() + 1, 3, bands))
        .isNotEqualTo(new RememberedArticle(7, 5, COPY.time(), 4, bands))
        .isNotEqualTo(new RememberedArticle(7, 5, COPY.time(), 3, new int[] {-1, 0}));
  }

  @Test
  void isACopyIfItsFamilyBeganWithAnother() {
    assertThat(COPY.isCopy()).isTrue();
    assertThat(new RememberedArticle(7, 5, 0, 5, new int[0]).isCopy()).isFalse();
  }

  @Test
  void refusesOtherBytes() {
    assertThatThrownBy(() -> RememberedArticle.decode(new byte[0])).hasMessageContaining("nothing");
    byte[] other = COPY.encode();
    other[0] = 2;
    assertThatThrownBy(() -> RememberedArticle.decode(other)).hasMessageContaining("version 2");
    byte[] truncated = Arrays.copyOf(COPY.encode(), COPY.encode().length - 1);
    assertThatThrownBy(() -> RememberedArticle.decode(truncated))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
