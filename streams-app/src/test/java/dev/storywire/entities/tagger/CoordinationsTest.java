package dev.storywire.entities.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Xarwin, Keller and Brandt testified. | Xarwin PER; Keller PER; Brandt PER",
        "Meanwhile, Keller and Brandt testified. | Keller PER; Brandt PER",
        "Madrid, Keller and Brandt agreed. | Madrid LOC; Keller PER; Brandt PER",
      })
  void anUnknownWordAmongPersonsIsAPerson(String text, String names) {
    assertThat(FoundNames.in(text)).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The IMF, WHO and OECD met. | IMF ORG; WHO ORG; OECD ORG",
        "The IMF, the CEO and the OECD met. | IMF ORG; OECD ORG",
      })
  void anAcronymAmongOrganisationsIsAnOrganisation(String text, String names) {
    assertThat(FoundNames.in(text)).isEqualTo(names);
  }
}
