package dev.storywire.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds incompatible changes between a released schema and a later one. A later release may only
 * add optional fields. Thus a consumer of the release can read later records, and a later service
 * can read the history of the release.
 */
final class Evolution {
  private static final Set<String> ANNOTATIONS =
      Set.of("$id", "$schema", "title", "description", "examples");

  /** Keywords that are compared by their parts; {@code $defs} only if they are referenced. */
  private static final Set<String> PARTS = Set.of("properties", "items", "$ref", "$defs");

  private final JsonNode released;
  private final JsonNode current;
  private final List<String> breaks = new ArrayList<>();

  private Evolution(JsonNode released, JsonNode current) {
    this.released = released;
    this.current = current;
  }

  /** Returns one sentence for each incompatible change. */
  static List<String> breaks(JsonNode released, JsonNode current) {
    var evolution = new Evolution(released, current);
    evolution.compare("", released, current);
    released
        .path("oneOf")
        .forEach(type -> evolution.compare(type.path("$ref").asText(), type, type));
    return evolution.breaks;
  }

  private void compare(String at, JsonNode before, JsonNode after) {
    JsonNode was = resolve(released, before);
    JsonNode is = resolve(current, after);
    var keywords = new TreeSet<String>();
    was.fieldNames().forEachRemaining(keywords::add);
    is.fieldNames().forEachRemaining(keywords::add);
    keywords.removeAll(ANNOTATIONS);
    keywords.removeAll(PARTS);
    for (String keyword : keywords) {
      if (!same(was.path(keyword), is.path(keyword))) {
        breaks.add(at + " " + keyword + ": " + was.path(keyword) + " became " + is.path(keyword));
      }
    }
    was.path("properties")
        .propertyStream()
        .forEach(
            field -> {
              String name = at + "/" + field.getKey();
              JsonNode kept = is.path("properties").path(field.getKey());
              if (kept.isMissingNode()) {
                breaks.add(name + " is gone");
              } else {
                compare(name, field.getValue(), kept);
              }
            });
    if (was.has("items")) {
      compare(at + "/[]", was.path("items"), is.path("items"));
    }
  }

  private static JsonNode resolve(JsonNode root, JsonNode schema) {
    String ref = schema.path("$ref").asText();
    return ref.isEmpty() ? schema : root.at(ref.substring(1));
  }

  private static boolean same(JsonNode was, JsonNode is) {
    if (was.isArray() && is.isArray() && was.size() == is.size()) {
      return values(was).equals(values(is));
    }
    return plain(was).equals(plain(is));
  }

  private static Set<JsonNode> values(JsonNode array) {
    var values = new HashSet<JsonNode>();
    array.forEach(value -> values.add(plain(value)));
    return values;
  }

  /** Returns the schema without annotations. */
  private static JsonNode plain(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    copy.findParents("description").forEach(parent -> ((ObjectNode) parent).remove("description"));
    return copy;
  }
}
