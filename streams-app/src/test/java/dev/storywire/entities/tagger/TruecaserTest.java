package dev.storywire.entities.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruecaserTest {
  private static final String TEXT = "It rained. The road was closed. Nobody was hurt.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Toyota Sues Samsung Over Battery Patents | Toyota ORG; Samsung ORG",
        "Berlin Police Search Siemens Offices | Berlin LOC; Siemens ORG",
        "Storm Closes Schools and Roads Near Aldbury | Aldbury LOC",
        "Ines Vahl Trims Lead of Tom Brandt in Oslo Race | Ines Vahl PER; Tom Brandt PER; Oslo LOC",
      })
  void theCommonWordsOfAHeadlineInTitleCaseAreNotInNames(String text, String names) {
    assertThat(FoundNames.in(text + "\n\n" + TEXT)).isEqualTo(names);
  }

  @Test
  void aHeadlineWithoutTextIsLeftAsItIs() {
    assertThat(FoundNames.in("Storm Closes Schools and Roads Near Aldbury")).isEmpty();
  }

  @Test
  void aWordThatTheArticleCapitalisesRemainsAName() {
    assertThat(FoundNames.in("Apple Shows New Phones\n\nThe new phones of Apple are thin. " + TEXT))
        .isEqualTo("Apple ORG; Apple ORG");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "angela merkel flew to madrid on monday to meet spanish officials. | "
            + "angela merkel PER; madrid LOC; spanish MISC",
        "police in chicago arrested a man who sued microsoft. | chicago LOC; microsoft ORG",
        "leaders of the union met the bank of england on friday. | bank of england ORG",
        "the meeting will be held on friday at noon. | ''",
      })
  void namesAreFoundInASentenceWithoutCapitals(String text, String names) {
    assertThat(FoundNames.in(text)).isEqualTo(names);
  }

  @Test
  void aShortFragmentWithoutCapitalsHasNoNames() {
    assertThat(FoundNames.in("He left.\n\nvia london office")).isEmpty();
  }
}
