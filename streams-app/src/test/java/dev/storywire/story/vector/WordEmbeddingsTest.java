package dev.storywire.story.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.cluster.StoryModels;
import dev.storywire.text.terms.Stems;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WordEmbeddingsTest {
  private static final WordEmbeddings TABLE = StoryModels.shippedEmbeddings();

  private static Embedding embed(String text, String language) {
    int[] stems = Stems.distinct(text, language).stream().mapToInt(Stems::hash).toArray();
    double[] weights = new double[stems.length];
    Arrays.fill(weights, 1);
    return TABLE.embed(TermVector.of(stems, weights, stems.length));
  }

  private static double cosine(String a, String b) {
    return embed(a, "en").cosine(embed(b, "en"));
  }

  @Test
  void relatedTextsWithoutACommonWordAreNearerThanOthers() {
    String quake = "Earthquake shakes coastal villages";
    assertThat(cosine(quake, "Seismologists measure strong tremor in seaside towns"))
        .isGreaterThan(0.5)
        .isGreaterThan(cosine(quake, "Parliament debates the budget deficit") + 0.3);
  }

  @Test
  void aTextIsNearestToItself() {
    assertThat(cosine("Ferry sinks off the coast", "Ferry sinks off the coast"))
        .isBetween(0.999, 1.001);
  }

  @Test
  void aTextOfAnotherLanguageHasNoEmbedding() {
    Embedding german = embed("Das Parlament beschließt die neue Verordnung zur Wärmeplanung", "de");
    assertThat(german.isNone()).isTrue();
    assertThat(german.cosine(embed("Parliament debates the budget", "en"))).isZero();
  }

  @Test
  void nothingHasNoEmbedding() {
    assertThat(TABLE.embed(TermVector.EMPTY).isNone()).isTrue();
    assertThat(WordEmbeddings.NONE.embed(TermVector.EMPTY).isNone()).isTrue();
  }
}
