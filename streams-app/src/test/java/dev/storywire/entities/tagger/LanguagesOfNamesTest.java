package dev.storywire.entities.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.storywire.text.TokenizedText;
import dev.storywire.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguagesOfNamesTest {
  @Test
  void findsNamesInGerman() {
    assertThat(
            names(
                "de",
                "Außenministerin Annalena Baerbock reiste am Montag nach Warschau. Die Siemens AG"
                    + " aus München baut dort ein Werk für die Deutsche Bahn."))
        .contains("PER Annalena Baerbock", "LOC Warschau", "ORG Siemens AG", "LOC München")
        .doesNotContain("LOC Werk", "ORG Werk", "PER Werk");
  }

  @Test
  void findsNamesWithSpanishParticles() {
    assertThat(
            names(
                "es",
                "El presidente Juan Carlos de la Cruz viajó el lunes a Sevilla. El Banco de España"
                    + " publicó sus cuentas."))
        .contains("PER Juan Carlos de la Cruz", "LOC Sevilla", "ORG Banco de España");
  }

  @Test
  void findsNamesWithDutchParticles() {
    assertThat(
            names(
                "nl",
                "Trainer Rafael van der Meer vertrok maandag naar Antwerpen. De Nationale Bank van"
                    + " België maakte dat bekend."))
        .contains("PER Rafael van der Meer", "LOC Antwerpen");
  }

  @Test
  void aLanguageWithoutAModelHasNoTagger() {
    assertThat(NameTaggers.find("fr")).isEmpty();
    assertThat(NameTaggers.find("und")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NameTagger.load("fr"))
        .withMessageContaining("fr");
  }

  @Test
  void aTaggerIsReadOnce() {
    assertThat(NameTaggers.find("nl")).isPresent();
    assertThat(NameTaggers.find("nl").get()).isSameAs(NameTaggers.find("nl").get());
  }

  private static List<String> names(String language, String article) {
    TokenizedText text = Tokenizer.forLanguage(language).tokenize(article);
    return NameTaggers.find(language).orElseThrow().tag(text).stream()
        .map(
            m ->
                m.type()
                    + " "
                    + article.substring(text.start(m.fromToken()), text.end(m.toToken() - 1)))
        .toList();
  }
}
