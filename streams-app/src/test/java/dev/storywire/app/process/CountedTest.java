package dev.storywire.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {
  @Test
  void usesTheSingularForOneOnly() {
    assertThat(Counted.of(0, "article")).isEqualTo("0 articles");
    assertThat(Counted.of(1, "article")).isEqualTo("1 article");
    assertThat(Counted.of(1, "copy", "copies")).isEqualTo("1 copy");
    assertThat(Counted.of(1_200, "copy", "copies")).isEqualTo("1,200 copies");
  }
}
