package dev.storywire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that records and schemas have the same fields, with the same types and presence. */
class RecordsAndSchemasAgreeTest {

  @ParameterizedTest
  @ValueSource(strings = {"raw", "articles", "stories"})
  void recordAndSchemaNameTheSameFields(String topic) {
    JsonNode schema = Contract.schema(Contract.CURRENT, topic);
    agree(Contract.recordOf(topic), schema, schema, !topic.equals("raw"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"story-events", "edits"})
  void everyTypeAndItsSchemaNameTheSameFields(String topic) {
    JsonNode schema = Contract.schema(Contract.CURRENT, topic);
    Class<?> record = Contract.recordOf(topic);
    JsonSubTypes types = record.getAnnotation(JsonSubTypes.class);
    assertThat(Arrays.stream(types.value()).map(type -> "#/$defs/" + type.name()))
        .containsExactlyInAnyOrderElementsOf(texts(schema.findValue("oneOf"), "$ref"));
    assertThat(types.value()).hasSameSizeAs(record.getPermittedSubclasses());
    for (JsonSubTypes.Type type : types.value()) {
      JsonNode own = schema.path("$defs").path(type.name());
      assertThat(own.path("properties").path("type").path("const").asText()).isEqualTo(type.name());
      agree(type.value(), schema, own, true);
    }
  }

  @Test
  void recordsAndSchemasHaveTheSameMaximums() {
    JsonNode fields = Contract.schema(Contract.CURRENT, "stories").path("properties");
    assertThat(fields.at("/articles/maxItems").asInt()).isEqualTo(Story.MAX_ARTICLES);
    assertThat(fields.at("/entities/maxItems").asInt()).isEqualTo(Story.MAX_ENTITIES);
    assertThat(fields.at("/terms/maxItems").asInt()).isEqualTo(Story.MAX_TERMS);
    assertThat(fields.at("/summary/maxItems").asInt()).isEqualTo(Story.MAX_SUMMARY);
    assertThat(
            Contract.schema(Contract.CURRENT, "dead-letters")
                .path("properties")
                .path(DeadLetterHeaders.REASON)
                .path("maxLength")
                .asInt())
        .isEqualTo(Refusal.MAX_REASON);
  }

  private static void agree(Class<?> type, JsonNode root, JsonNode schema, boolean written) {
    var fields = new TreeSet<String>();
    var present = new TreeSet<String>();
    for (RecordComponent c : type.getRecordComponents()) {
      if (c.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
        continue;
      }
      fields.add(c.getName());
      if (!c.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        present.add(c.getName());
      }
      String at = type.getSimpleName() + "." + c.getName();
      agree(at, c.getGenericType(), root, field(root, schema, c.getName()), written);
    }
    Set<String> named = names(schema.path("properties"));
    if (isVariant(type)) {
      named.addAll(names(root.path("properties")));
      named.remove("type");
    }
    assertThat(named).as("fields of %s", type.getSimpleName()).isEqualTo(fields);
    if (written) {
      assertThat(required(root, schema, type))
          .as("fields that %s always has", type.getSimpleName())
          .isEqualTo(present);
    }
  }

  private static void agree(String at, Type type, JsonNode root, JsonNode field, boolean written) {
    JsonNode schema = resolve(root, field);
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      assertThat(schema.path("type").asText()).as(at).isEqualTo("array");
      agree(at + "[]", list.getActualTypeArguments()[0], root, schema.path("items"), written);
    } else if (type instanceof Class<?> c && c.isRecord()) {
      assertThat(schema.path("type").asText()).as(at).isEqualTo("object");
      agree(c, root, schema, written);
    } else if (type instanceof Class<?> c && c.isEnum()) {
      assertThat(values(schema)).as(at).containsExactlyInAnyOrderElementsOf(constants(c));
    } else {
      assertThat(schema.path("type").asText()).as(at).isEqualTo(jsonType(type));
      assertThat(schema.has("format")).as("format of %s", at).isEqualTo(type == Instant.class);
    }
  }

  private static String jsonType(Type type) {
    if (type == String.class || type == Instant.class) {
      return "string";
    }
    if (type == int.class || type == long.class || type == Integer.class) {
      return "integer";
    }
    if (type == double.class || type == Double.class) {
      return "number";
    }
    throw new AssertionError("a type that this test does not support: " + type);
  }

  private static JsonNode field(JsonNode root, JsonNode schema, String name) {
    JsonNode own = schema.path("properties").path(name);
    return own.isMissingNode() ? root.path("properties").path(name) : own;
  }

  private static JsonNode resolve(JsonNode root, JsonNode schema) {
    String ref = schema.path("$ref").asText();
    return ref.isEmpty() ? schema : root.at(ref.substring(1));
  }

  /** Returns the values of a closed set ({@code enum}) or of an open set ({@code examples}). */
  private static List<String> values(JsonNode schema) {
    JsonNode listed = schema.has("enum") ? schema.path("enum") : schema.path("examples");
    return texts(listed).toList();
  }

  private static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(c -> Json.mapper().<JsonNode>valueToTree(c).asText())
        .toList();
  }

  private static Set<String> required(JsonNode root, JsonNode schema, Class<?> type) {
    Set<String> required =
        texts(schema.path("required")).collect(Collectors.toCollection(TreeSet::new));
    if (isVariant(type)) {
      texts(root.path("required")).filter(f -> !f.equals("type")).forEach(required::add);
    }
    return required;
  }

  /** Returns true for a record that is one of several types of a topic. */
  private static boolean isVariant(Class<?> type) {
    return StoryEvent.class.isAssignableFrom(type) || Edit.class.isAssignableFrom(type);
  }

  private static List<String> texts(JsonNode array, String field) {
    return array.valueStream().map(value -> value.path(field).asText()).toList();
  }

  private static Stream<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText);
  }

  private static Set<String> names(JsonNode object) {
    return object
        .propertyStream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
