package dev.storywire.entities.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.text.TokenizedText;
import dev.storywire.text.Tokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRulesTest {
  private static final NameTagger TAGGER = NameTagger.load("en");

  private static String names(String text) {
    TokenizedText tokens = Tokenizer.forLanguage("en").tokenize(text);
    StringBuilder names = new StringBuilder();
    for (Mention mention : TAGGER.tag(tokens)) {
      names
          .append(names.isEmpty() ? "" : "; ")
          .append(text, tokens.start(mention.fromToken()), tokens.end(mention.toToken() - 1));
    }
    return names.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The company's CEO, Ana Reyl, spoke at 1400 GMT. | Ana Reyl",
        "The EU and NATO backed the plan; the CEO did not. | EU; NATO",
        "Avigo Joins Nvidia in Silicon Valley to Showcase Chips | Avigo; Nvidia; Silicon Valley",
        "In March and May, April was cold; April Dunn met May Chen. | April Dunn; May Chen",
        "In April Dunn left the party. | Dunn",
        "Halvik Files for Bankruptcy Protection in Norway | Halvik; Norway",
      })
  void correctsNamesWhereAWordDecides(String text, String names) {
    assertThat(names(text)).isEqualTo(names);
  }
}
