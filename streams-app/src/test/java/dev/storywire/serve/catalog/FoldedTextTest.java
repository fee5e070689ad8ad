package dev.storywire.serve.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the text that searches compare. */
class FoldedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Zürich, São Tomé  | \" zurich sao tome\"",
        "rock'n'roll       | \" rock n roll\"",
        "½ of Ⅷ            | \" 1 2 of viii\"",
        "ΟΔΟΣ ÉTÉ          | \" οδος ete\"",
        "東京2026           | \" 東京2026\"",
        "--                 | \"\""
      })
  void foldsCaseAccentsAndPunctuation(String text, String folded) {
    assertThat(FoldedText.of(text)).isEqualTo(folded);
  }

  @Test
  void agreesWithItsDefinitionForEachCharacter() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String text = "a" + Character.toString(c) + "b";
      String expected =
          Normalizer.normalize(text, Normalizer.Form.NFKD)
              .replaceAll("\\p{M}+", "")
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N}]+", " ");
      assertThat(FoldedText.of(text)).isEqualTo(" " + expected);
    }
  }
}
