package dev.storywire.producer.formats.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ninjs fields of an item that a news item has no component for. */
final class OtherFields {
  private final Map<String, JsonNode> fields = new LinkedHashMap<>();

  void put(String name, JsonNode value) {
    fields.put(name, value);
  }

  void put(String name, @Nullable String text) {
    if (text != null) {
      fields.put(name, TextNode.valueOf(text));
    }
  }

  /** Adds a text to {@code descriptions}, where ninjs keeps summaries and captions. */
  void addDescription(String contentType, @Nullable String text) {
    if (text != null) {
      ArrayNode all =
          fields.get("descriptions") instanceof ArrayNode list
              ? list
              : new ArrayNode(JsonNodeFactory.instance);
      all.addObject().put("contentType", contentType).put("value", text);
      fields.put("descriptions", all);
    }
  }

  Map<String, JsonNode> asMap() {
    return fields;
  }
}
