package dev.storywire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordHashTest {
  @Test
  void theLastCharIsRemoved() {
    assertThat(WordHash.remove(WordHash.ofLower("Hauses"), 's'))
        .isEqualTo(WordHash.ofLower("hause"));
    assertThat(WordHash.remove(WordHash.add(WordHash.EMPTY, 'e'), 'e')).isEqualTo(WordHash.EMPTY);
  }
}
