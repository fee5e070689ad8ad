package dev.storywire.text.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.text.clean.CleanArticle;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TermsTest {
  private static Terms terms(String language, String headline, String... paragraphs) {
    return Terms.of(CleanArticle.of(headline, List.of(paragraphs)), language);
  }

  private static int find(Terms terms, String form) {
    return IntStream.range(0, terms.wordCount())
        .filter(i -> terms.form(i).equals(form))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void countsStemsByField() {
    Terms terms =
        terms("en", "Minister resigns", "The ministers resigned. Minister Ruiz resigned.");
    int minister = find(terms, "minister");
    assertThat(terms.wordInHeadline(minister)).isEqualTo(1);
    assertThat(terms.wordInLede(minister)).isEqualTo(2);
    assertThat(terms.wordInBody(minister)).isZero();
  }

  @Test
  void pairsDoNotCrossSentences() {
    Terms terms = terms("en", "", "Ruiz resigned. Talks failed");
    assertThat(terms.pairCount()).isEqualTo(2);
  }

  @Test
  void stemsAndStopWordsDependOnTheLanguage() {
    Terms german = terms("de-AT", "Die Regierungen und die Regierung");
    assertThat(german.wordCount()).isEqualTo(1);
  }

  @Test
  void splitsATextWithoutAnAnalyzerAtNonLetters() {
    assertThat(terms("tlh", "nuqneH, wo'").wordCount()).isEqualTo(2);
  }

  @Test
  void anUnknownLanguageLosesTheStopWordsOfAllLanguages() {
    assertThat(terms("und", "Mayor of Tarnby", "Der Hafen und die Mole").wordCount()).isEqualTo(4);
  }

  @Test
  void isReadFromItsOwnBytes() {
    Terms terms = terms("en", "Minister resigns", "Ruiz, 54, resigned in Oslo.");
    assertThat(Terms.fromBytes(terms.toBytes())).isEqualTo(terms);
    assertThat(Terms.fromBytes(terms("en", "").toBytes()).wordCount()).isZero();
  }

  @Test
  void refusesAnUnknownLayout() {
    assertThatThrownBy(() -> Terms.fromBytes(new byte[] {9}))
        .hasMessage("Terms have layout 9; this release reads layout 1");
  }
}
