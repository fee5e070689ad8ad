package dev.storywire.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that the schema of edits and the parser refuse the same edits. */
class EditReaderTest {
  private final JsonNode schema = Contract.schema(Contract.CURRENT, "edits");

  static Stream<Contract.Example> edits() {
    return Contract.examples(Contract.CURRENT).stream().filter(e -> e.topic().equals("edits"));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void examplesAreRead(Contract.Example example) {
    byte[] bytes = example.json().toString().getBytes(UTF_8);
    assertThat(EditReader.read(bytes)).isInstanceOf(EditReader.Read.class);
  }

  @Test
  void anUnpairedSurrogateIsRefused() {
    String edit =
        """
        {"type":"undo","id":"e","lane":"en","by":"a","reason":"\\ud83d","edit":"f"}
        """;
    assertThat(EditReader.read(edit.getBytes(UTF_8)))
        .isEqualTo(
            new EditReader.Refused(
                new Refusal("bad-edit", "The field reason contains an unpaired surrogate.")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          no type       | {"id":"e","lane":"en","by":"a","reason":"r","edit":"f"}
          unknown type  | {"type":"kill","id":"e","lane":"en","by":"a","reason":"r","edit":"f"}
          no id         | {"type":"undo","lane":"en","by":"a","reason":"r","edit":"f"}
          no lane       | {"type":"undo","id":"e","by":"a","reason":"r","edit":"f"}
          nobody        | {"type":"undo","id":"e","lane":"en","reason":"r","edit":"f"}
          no reason     | {"type":"undo","id":"e","lane":"en","by":"a","reason":"","edit":"f"}
          no edit       | {"type":"undo","id":"e","lane":"en","by":"a","reason":"r"}
          no article    | {"type":"move","id":"e","lane":"en","by":"a","reason":"r","articles":[]}
          twice         | {"type":"move","id":"e","lane":"en","by":"a","reason":"r","articles":["u","u"]}
          no story      | {"type":"split","id":"e","lane":"en","by":"a","reason":"r","articles":["u"]}
          no into       | {"type":"merge","id":"e","lane":"en","by":"a","reason":"r","story":"s"}
          no headline   | {"type":"pin","id":"e","lane":"en","by":"a","reason":"r","story":"s"}
          wrong type    | {"type":"move","id":"e","lane":"en","by":"a","reason":"r","articles":"u"}
          a list        | [{"type":"undo","id":"e","lane":"en","by":"a","reason":"r","edit":"f"}]
          """)
  void bothRefuse(String what, String json) throws JsonProcessingException {
    assertThat(Contract.errors(schema, Json.mapper().readTree(json))).as(what).isNotEmpty();
    assertThat(EditReader.read(json.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            EditReader.Refused.class,
            refused -> {
              assertThat(refused.refusal().code()).isEqualTo("bad-edit");
              assertThat(refused.refusal().reason()).isNotBlank().doesNotContain("\n");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          empty    | ``
          not-json | Please split the story.
          bad-edit | null
          bad-edit | {"type":"undo","id":"e\\u0000","lane":"en","by":"a","reason":"r","edit":"f"}
          """)
  void refusesOtherInput(String code, String bytes) {
    assertThat(EditReader.read(bytes.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            EditReader.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  @Test
  void onlyTheHeaderMakesARecordAnEdit() {
    RecordHeaders headers = new RecordHeaders();
    assertThat(EditReader.isEdit(headers)).isFalse();
    headers.add(Edit.HEADER, "application/json".getBytes(UTF_8));
    assertThat(EditReader.isEdit(headers)).isFalse();
    headers.add(Edit.HEADER, Edit.CONTENT_TYPE.getBytes(UTF_8));
    assertThat(EditReader.isEdit(headers)).isTrue();
  }

  @Test
  void schemaAndParserHaveTheSameLimits() {
    assertThat(schema.at("/properties/reason/maxLength").asInt()).isEqualTo(Edit.MAX_REASON);
    assertThat(schema.at("/properties/id/maxLength").asInt()).isEqualTo(Edit.MAX_NAME);
    assertThat(schema.at("/$defs/uris/maxItems").asInt()).isEqualTo(Edit.MAX_ARTICLES);
    assertThat(schema.at("/$defs/uris/items/maxLength").asInt()).isEqualTo(NewsItemReader.MAX_URI);
  }
}
