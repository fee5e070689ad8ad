package dev.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that the shipped examples are valid and that the records can read them. */
class ExamplesTest {

  static List<Contract.Example> all() {
    return Contract.examples(Contract.CURRENT);
  }

  static Stream<Contract.Example> withRecords() {
    return all().stream().filter(e -> !e.topic().equals("dead-letters"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void validatesAgainstItsSchema(Contract.Example example) {
    JsonNode schema = Contract.schema(Contract.CURRENT, example.topic());
    assertThat(Contract.errors(schema, example.json())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("withRecords")
  void isReadWithoutLoss(Contract.Example example) throws IOException {
    JsonNode json = example.json();
    Object record = Json.mapper().treeToValue(json, Contract.recordOf(example.topic()));
    byte[] written = Json.mapper().writeValueAsBytes(record);
    assertThat(Json.mapper().readTree(written)).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("withRecords")
  void isReadWithUnknownFields(Contract.Example example) throws IOException {
    ObjectNode later = example.json().deepCopy();
    later.putObject("fieldOfALaterRelease").put("nested", true);
    JsonNode schema = Contract.schema(Contract.CURRENT, example.topic());
    assertThat(Contract.errors(schema, later)).isEmpty();
    assertThat(Json.mapper().treeToValue(later, Contract.recordOf(example.topic()))).isNotNull();
  }

  @Test
  void everyTopicTypeAndStatusHasAnExample() {
    var seen = new TreeSet<String>();
    for (Contract.Example e : all()) {
      seen.add(e.topic() + " " + e.json().path("type").asText(e.json().path("status").asText("")));
    }
    assertThat(seen)
        .contains("raw text", "dead-letters ")
        .contains("articles usable", "articles withheld", "articles canceled")
        .contains("articles advisory", "articles replaced")
        .contains("stories open", "stories closed", "stories merged")
        .contains("story-events opened", "story-events articleJoined")
        .contains("story-events articleRevised", "story-events articleWithdrawn")
        .contains("story-events merged", "story-events split")
        .contains("story-events closed", "story-events reopened")
        .contains("edits move", "edits split", "edits merge", "edits pin", "edits undo");
  }
}
