package dev.storywire.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Mutates the values of JSON samples: replaced and removed values, and damaged texts. */
final class JsonMutations {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonMutations() {}

  /** Returns one of the samples with one to four mutations, under a new uri or id. */
  static byte[] of(Random random, List<byte[]> samples) {
    try {
      byte[] sample = samples.get(random.nextInt(samples.size()));
      ObjectNode root = (ObjectNode) Json.mapper().readTree(sample);
      int mutations = 1 + random.nextInt(1 + random.nextInt(4));
      for (int i = 0; i < mutations; i++) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(root, objects);
        mutate(objects.get(random.nextInt(objects.size())), random, samples);
      }
      String name = root.has("uri") ? "uri" : root.has("id") ? "id" : "";
      if (!name.isEmpty() && random.nextInt(4) > 0) {
        root.put(name, "urn:" + random.nextInt());
      }
      return Json.mapper().writeValueAsBytes(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(child -> collect(child, objects));
  }

  private static void mutate(ObjectNode object, Random random, List<byte[]> samples) {
    List<String> fields = new ArrayList<>();
    object.fieldNames().forEachRemaining(fields::add);
    if (fields.isEmpty()) {
      return;
    }
    String field = fields.get(random.nextInt(fields.size()));
    JsonNode value = object.get(field);
    if (value.isTextual() && random.nextInt(3) > 0) {
      byte[] text = value.asText().getBytes(StandardCharsets.UTF_8);
      byte[] damaged = Mutations.of(random, List.of(text, samples.get(0)));
      object.put(field, new String(damaged, StandardCharsets.UTF_8));
    } else if (random.nextInt(3) == 0) {
      object.remove(field);
    } else {
      object.set(field, value(random, value));
    }
  }

  private static JsonNode value(Random random, JsonNode before) {
    ArrayNode array = NODES.arrayNode();
    return switch (random.nextInt(7)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.numberNode(random.nextLong());
      case 2 -> NODES.booleanNode(true);
      case 3 -> NODES.textNode("");
      case 4 -> NODES.objectNode().set("value", before);
      case 5 -> array.add(before).add(before);
      default -> array;
    };
  }
}
