package dev.storywire.entities.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneWordNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Philips’ profit rose and Tom Mills’ lawyer objected. | Philips ORG; Tom Mills PER",
        "Tom Mills left. Mills' board seat is vacant. | Tom Mills PER; Mills PER",
      })
  void aOneWordNameWithAProfitOrABoardIsACompany(String text, String names) {
    assertThat(FoundNames.in(text)).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fellow Labour MPs voted against it. | Labour ORG",
        "Tory MP Ines Vahl objects. | Tory ORG; Ines Vahl PER",
        "A Green councillor left in the green car of an MP. | Green ORG",
      })
  void aPartyBeforeItsMemberIsAnOrganisation(String text, String names) {
    assertThat(FoundNames.in(text)).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Jordan refused the loan, and coach Michael Jordan smiled. | Jordan LOC; Michael Jordan PER",
        "Michael Jordan smiled, and Jordan refused the loan. | Michael Jordan PER; Jordan PER",
      })
  void aPlaceStandsBeforeThePersonWithThatSurname(String text, String names) {
    assertThat(FoundNames.in(text)).isEqualTo(names);
  }
}
