package dev.storywire.entities.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.text.TokenizedText;
import dev.storywire.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameTaggerTest {
  private static final NameTagger TAGGER = NameTagger.load("en");

  @Test
  void findsPeopleOrganisationsAndPlaces() {
    assertThat(
            names("Finance minister Laura Pellegrini met officials of the World Bank in Geneva."))
        .containsExactly("PER Laura Pellegrini", "ORG World Bank", "LOC Geneva");
  }

  @Test
  void excludesPossessivesAndTitles() {
    assertThat(names("President Hannah Okafor’s envoy arrived in Nairobi on Tuesday."))
        .containsExactly("PER Hannah Okafor", "LOC Nairobi");
  }

  @Test
  void isNotConfusedByAWrongTitle() {
    assertThat(names("He spoke with Ukrainian President Vladimir Putin by telephone."))
        .containsExactly("MISC Ukrainian", "PER Vladimir Putin");
  }

  @Test
  void usesFullNamesToTagShortForms() {
    assertThat(
            names(
                "Mogadishu talks stall\n"
                    + "Envoy Marta Lindqvist left the talks on Monday. Lindqvist said that no date was"
                    + " set. A spokesman declined to comment on what Lindqvist had proposed."))
        .filteredOn(name -> name.endsWith("Lindqvist"))
        .containsExactly("PER Marta Lindqvist", "PER Lindqvist", "PER Lindqvist");
  }

  @Test
  void findsNoNamesInATextWithoutNames() {
    assertThat(names("shares fell sharply on tuesday after a weak start.")).isEmpty();
    assertThat(names("")).isEmpty();
  }

  private static List<String> names(String text) {
    TokenizedText tokens = Tokenizer.forLanguage("en").tokenize(text);
    return TAGGER.tag(tokens).stream()
        .map(
            m ->
                m.type()
                    + " "
                    + text.substring(tokens.start(m.fromToken()), tokens.end(m.toToken() - 1)))
        .toList();
  }
}
