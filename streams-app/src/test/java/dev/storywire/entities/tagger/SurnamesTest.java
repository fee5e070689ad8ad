package dev.storywire.entities.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurnamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Judge Tom Holland spoke. Later Holland left. | Tom Holland PER; Holland PER",
        "Actor Ines Player sang. The crowd liked Player. | Ines Player PER; Player PER",
        "Tom Holland spoke in Holland. Later Holland won. | Tom Holland PER; Holland LOC; Holland LOC",
      })
  void aSurnameAloneIsThePersonOfTheFullNameBefore(String text, String names) {
    assertThat(FoundNames.in(text)).isEqualTo(names);
  }
}
