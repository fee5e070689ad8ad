package dev.storywire.entities.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The bank's CFO, Ines Vahl, called at 0930 GMT. | Ines Vahl PER",
        "The NGO Pelmara Relief sent tents. | Pelmara Relief ORG",
        "The new CIO and the SVP met Ines Vahl. | Ines Vahl PER",
        "The SUV maker's EBITDA rose before the AGM. | ''",
      })
  void anAbbreviationOfACommonNounIsNoName(String text, String names) {
    assertThat(FoundNames.in(text)).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Singer June Brandt left in June. | June Brandt PER",
        "In May Brandt sold the house. | Brandt PER",
        "The prize went to August Keller. | August Keller PER",
      })
  void aMonthBeforeASurnameIsAGivenNameUnlessItIsADate(String text, String names) {
    assertThat(FoundNames.in(text)).isEqualTo(names);
  }
}
