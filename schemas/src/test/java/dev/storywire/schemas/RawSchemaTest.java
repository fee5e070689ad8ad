package dev.storywire.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that the schema of raw articles and the parser refuse the same items. */
class RawSchemaTest {
  private final JsonNode schema = Contract.schema(Contract.CURRENT, "raw");

  static Stream<Contract.Example> raw() {
    return Contract.examples(Contract.CURRENT).stream().filter(e -> e.topic().equals("raw"));
  }

  @ParameterizedTest
  @MethodSource("raw")
  void examplesAreRead(Contract.Example example) {
    byte[] bytes = example.json().toString().getBytes(UTF_8);
    assertThat(NewsItemReader.read(bytes)).isInstanceOf(NewsItemReader.Read.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          no-uri      | {"headlines":[{"value":"h"}]}
          no-text     | {"uri":"u"}
          no-text     | {"uri":"u","headlines":[]}
          no-text     | {"uri":"u","pubStatus":"usable"}
          bad-version | {"uri":"u","headlines":[{"value":"h"}],"version":"1.2"}
          bad-version | {"uri":"u","headlines":[{"value":"h"}],"version":"2000000000"}
          bad-version | {"uri":"u","headlines":[{"value":"h"}],"version":"-1"}
          bad-date    | {"uri":"u","headlines":[{"value":"h"}],"versionCreated":"yesterday"}
          bad-date    | {"uri":"u","headlines":[{"value":"h"}],"versionCreated":12231792880916615}
          bad-date    | {"uri":"u","headlines":[{"value":"h"}],"firstCreated":"+10000-01-01T00:00:00Z"}
          bad-date    | {"uri":"u","headlines":[{"value":"h"}],"embargoedUntil":-62167219201}
          wrong-type  | {"uri":"u","headlines":"h"}
          wrong-type  | {"uri":"u","headlines":[{"value":"h"}],"pubStatus":"spiked"}
          wrong-type  | {"uri":"u","headlines":[{"value":"h"}],"urgency":"high"}
          """)
  void bothRefuse(String code, String json) throws JsonProcessingException {
    assertThat(Contract.errors(schema, Json.mapper().readTree(json))).isNotEmpty();
    assertThat(NewsItemReader.read(json.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            NewsItemReader.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a kill without text    | {"uri":"u","version":"2","pubStatus":"canceled"}
          a hold without text    | {"uri":"u","version":"2","pubStatus":"withheld"}
          a body, no headline    | {"uri":"u","bodies":[{"value":"b"}]}
          the first version is 0 | {"uri":"u","version":"0","headlines":[{"value":"h"}]}
          a time with an offset  | {"uri":"u","versionCreated":"2026-03-12T07:41:00+01:00","bodies":[{"value":"b"}]}
          """)
  void bothAccept(String what, String json) throws JsonProcessingException {
    assertThat(Contract.errors(schema, Json.mapper().readTree(json))).as(what).isEmpty();
    assertThat(NewsItemReader.read(json.getBytes(UTF_8)))
        .as(what)
        .isInstanceOf(NewsItemReader.Read.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          empty      | ``
          not-json   | BRENHOLM (Harbour Wire)
          not-json   | {"uri":"u","headlines":[{"value":"h"}]
          not-json   | {"uri":"u","headlines":[{"value":"h"}]} and more
          wrong-type | {"uri":"u","headlines":[{"value":"h"}]} {"uri":"v"}
          wrong-type | [{"uri":"u","headlines":[{"value":"h"}]}]
          wrong-type | null
          control-characters | {"uri":"u","headlines":[{"value":"\\u0000"}]}
          """)
  void refusesOtherInputWithAReason(String code, String bytes) {
    assertThat(NewsItemReader.read(bytes.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            NewsItemReader.Refused.class,
            refused -> {
              assertThat(refused.refusal().code()).isEqualTo(code);
              assertThat(refused.refusal().reason()).isNotBlank().doesNotContain("\n");
            });
  }

  @Test
  void bothHaveTheSameMaximumLengthOfAUri() {
    assertThat(schema.at("/properties/uri/maxLength").asInt()).isEqualTo(NewsItemReader.MAX_URI);
  }
}
