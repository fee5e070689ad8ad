package dev.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks compatibility with all releases: their consumers can read current records, and current
 * code can read their records.
 *
 * <p>A release is a copy of the schemas and examples under {@code released/}, made when it is
 * tagged and never changed. If this test fails, make the change compatible.
 */
class EvolutionTest {

  static Stream<Path> releases() {
    return Contract.files(Contract.RELEASED, "");
  }

  static Stream<Arguments> releasedSchemas() {
    return releases()
        .flatMap(r -> Contract.files(r, ".schema.json").map(f -> Arguments.of(r, topic(f))));
  }

  static Stream<Contract.Example> releasedExamples() {
    return releases().flatMap(release -> Contract.examples(release).stream());
  }

  static Stream<Arguments> currentExamples() {
    return releases()
        .flatMap(
            r ->
                Contract.examples(Contract.CURRENT).stream()
                    .filter(e -> Files.exists(r.resolve(e.topic() + ".schema.json")))
                    .map(e -> Arguments.of(r, e)));
  }

  @Test
  void thereIsARelease() {
    assertThat(releases()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("releasedSchemas")
  void changesAreCompatible(Path release, String topic) {
    JsonNode released = Contract.schema(release, topic);
    assertThat(Evolution.breaks(released, Contract.schema(Contract.CURRENT, topic))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("releasedExamples")
  void readsRecordsOfAllReleases(Contract.Example example) throws IOException {
    JsonNode schema = Contract.schema(Contract.CURRENT, example.topic());
    assertThat(Contract.errors(schema, example.json())).isEmpty();
    if (!example.topic().equals("dead-letters")) {
      Object record = Json.mapper().treeToValue(example.json(), Contract.recordOf(example.topic()));
      assertThat(Json.mapper().readTree(Json.mapper().writeValueAsBytes(record)))
          .isEqualTo(example.json());
    }
  }

  @ParameterizedTest
  @MethodSource("currentExamples")
  void currentRecordsAreValidInAllReleases(Path release, Contract.Example example) {
    JsonNode schema = Contract.schema(release, example.topic());
    assertThat(Contract.errors(schema, example.json())).isEmpty();
  }

  static Stream<Arguments> breakingChanges() {
    return Stream.of(
        change("a field is removed", s -> properties(s).remove("headline")),
        change("a field changes type", s -> field(s, "seq").put("type", "string")),
        change("a format is removed", s -> field(s, "firstSeen").remove("format")),
        change("a cap is raised", s -> field(s, "articles").put("maxItems", 500)),
        change("a cap is removed", s -> field(s, "terms").remove("maxItems")),
        change("a bound is added", s -> field(s, "copyCount").put("maximum", 9)),
        change("a closed set grows", s -> ((ArrayNode) field(s, "status").get("enum")).add("new")),
        change("a field becomes optional", s -> ((ArrayNode) s.get("required")).remove(0)),
        change("a field becomes required", s -> ((ArrayNode) s.get("required")).add("mergedInto")),
        change("a nested field is removed", s -> nested(s, "member").remove("source")),
        change("a nested type changes", s -> nested(s, "member").putObject("version")),
        change("a condition changes", s -> ((ArrayNode) s.get("allOf")).remove(0)));
  }

  @ParameterizedTest
  @MethodSource("breakingChanges")
  void detectsIncompatibleChanges(String name, Consumer<JsonNode> change) {
    JsonNode released = Contract.schema(Contract.CURRENT, "stories");
    JsonNode changed = released.deepCopy();
    change.accept(changed);
    assertThat(Evolution.breaks(released, changed)).as(name).isNotEmpty();
  }

  @Test
  void detectsAnIncompatibleChangeOfAnEvent() {
    JsonNode released = Contract.schema(Contract.CURRENT, "story-events");
    JsonNode changed = released.deepCopy();
    nested(changed, "split").remove("uris");
    assertThat(Evolution.breaks(released, changed)).hasSize(1);
  }

  @Test
  void optionalFieldsAndWordsMayBeAdded() {
    JsonNode released = Contract.schema(Contract.CURRENT, "stories");
    JsonNode changed = released.deepCopy();
    properties(changed).putObject("region").put("type", "string");
    nested(changed, "member").putObject("byline").put("type", "string");
    field(changed, "headline").put("description", "Another description.");
    ((ObjectNode) changed).put("title", "Story");
    assertThat(Evolution.breaks(released, changed)).isEmpty();
  }

  private static Arguments change(String name, Consumer<JsonNode> change) {
    return Arguments.of(name, change);
  }

  private static ObjectNode properties(JsonNode schema) {
    return (ObjectNode) schema.get("properties");
  }

  private static ObjectNode field(JsonNode schema, String name) {
    return (ObjectNode) schema.get("properties").get(name);
  }

  private static ObjectNode nested(JsonNode schema, String name) {
    return (ObjectNode) schema.get("$defs").get(name).get("properties");
  }

  private static String topic(Path file) {
    return List.of(String.valueOf(file.getFileName()).split("\\.")).get(0);
  }
}
