package dev.storywire.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.story.Item;
import dev.storywire.story.Wire;
import dev.storywire.story.prepare.PreparedArticle;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class EncodedArticleTest {
  @Test
  void theFingerprintAloneIsThatOfTheArticle() {
    for (Item item : Wire.messages()) {
      PreparedArticle article = item.prepared();
      byte[] bytes = EncodedArticle.of(article).bytes();
      assertThat(EncodedArticle.of(bytes).fingerprint()).isEqualTo(article.fingerprint());
    }
  }

  @Test
  void theFingerprintIsReadWithoutWhatIsBehindIt() {
    byte[] bytes = EncodedArticle.of(Wire.messages().get(0).prepared()).bytes();
    byte[] start = Arrays.copyOf(bytes, bytes.length / 2);
    assertThat(EncodedArticle.of(start).fingerprint())
        .isEqualTo(EncodedArticle.of(bytes).article().fingerprint());
    assertThatThrownBy(() -> EncodedArticle.of(start).article())
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void anotherLayoutIsRefusedWithTheRemedy() {
    byte[] bytes = EncodedArticle.of(Wire.messages().get(0).prepared()).bytes().clone();
    bytes[0] = SmileSerde.LAYOUT - 1;
    assertThatThrownBy(() -> EncodedArticle.of(bytes).fingerprint())
        .hasMessage(
            "A stored PreparedArticle has layout %d; this release reads layout %d: replay and promote.",
            SmileSerde.LAYOUT - 1, SmileSerde.LAYOUT);
  }
}
