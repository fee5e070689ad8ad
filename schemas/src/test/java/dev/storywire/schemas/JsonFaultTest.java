package dev.storywire.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that reasons for refusals state what is wrong without words of the parser. */
class JsonFaultTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"uri":"u","versionCreated":"today"}       | The field versionCreated is "today"; expected a time such as 2026-03-02T12:00:00Z.
          {"uri":"u","headlines":"A quay"}           | The field headlines has the wrong type; expected an array.
          {"uri":"u","headlines":["A quay"]}         | The field headlines.[0] has the wrong type; expected an object.
          {"uri":["u"]}                              | The field uri has the wrong type; expected a string.
          {"uri":"u","urgency":"high"}               | The field urgency has the wrong type.
          {"uri":"u","pubStatus":"gone"}             | The field pubStatus has the wrong type.
          []                                         | The record is not one JSON object.
          {"uri":"u"} {"uri":"v"}                    | The record is not one JSON object.
          {"uri":                                    | The record is not JSON: it does not parse at line 1, column 8.
          A quay                                     | The record is not JSON: it does not parse at line 1, column 1.
          {"uri":"a\tb"}                              | The record is not JSON: it does not parse at line 1, column 10.
          """)
  void namesTheFieldAndWhatIsValid(String record, String reason) {
    assertThat(reason(record)).isEqualTo(reason);
  }

  @Test
  void quotesNothingThatChangesTheDirectionOfText() {
    assertThat(
            reason(
                "{\"uri\":\"u\",\"headlines\":[{\"value\":\"h\"}],\"version\":\"\\u202e1\\u0007\"}"))
        .startsWith("The version \"\ufffd1\ufffd\" is not");
  }

  private static String reason(String record) {
    return ((NewsItemReader.Refused) NewsItemReader.read(record.getBytes(UTF_8)))
        .refusal()
        .reason();
  }
}
