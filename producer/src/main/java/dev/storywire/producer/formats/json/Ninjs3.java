package dev.storywire.producer.formats.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storywire.producer.formats.item.AssociationRole;
import dev.storywire.producer.formats.item.DateParser;
import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.item.ItemUri;
import dev.storywire.producer.formats.item.PubStatusParser;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.JsonErrorText;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.PubStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts items of ninjs 2.x and later (field names in camel case) to {@link NewsItem}s. Only
 * times, the status and the identities of other items are normalised, and descriptions become
 * bodies if there is no other; all other fields are kept unchanged.
 *
 * @see <a href="https://iptc.org/std/ninjs/ninjs-schema_3.0.json">ninjs 3.0</a>
 */
final class Ninjs3 {
  private static final List<String> TIMES =
      List.of("versionCreated", "firstCreated", "contentCreated", "embargoedUntil");

  private Ninjs3() {}

  static NewsItem read(JsonNode given) throws RefusedException {
    ObjectNode node = given.deepCopy();
    String id = ItemBuilder.first(text(node, "uri"), text(node, "guid"));
    node.put("uri", ItemBuilder.of(id).uri());
    for (String field : TIMES) {
      time(node, field);
    }
    if (node.path("version").isNumber()) {
      node.put("version", node.path("version").asText());
    }
    if (node.hasNonNull("pubStatus")) {
      PubStatus status = PubStatusParser.parse(text(node, "pubStatus"));
      node.set("pubStatus", Json.mapper().valueToTree(status));
    }
    for (JsonNode association : node.path("associations")) {
      if (association instanceof ObjectNode other) {
        named(other);
      }
    }
    captions(node);
    return item(node);
  }

  /** Returns the text of a field; null if it is absent or null. */
  private static @Nullable String text(ObjectNode node, String field) throws RefusedException {
    JsonNode value = node.path(field);
    if (value.isContainerNode()) {
      throw new RefusedException(
          "wrong-type", "the field " + field + " has the wrong type; expected a string");
    }
    return value.isNull() ? null : value.asText();
  }

  /** Makes the descriptions bodies if there is no other: a caption is the text of a picture. */
  private static void captions(ObjectNode node) {
    for (JsonNode body : node.path("bodies")) {
      if (!body.path("value").asText().isBlank()) {
        return;
      }
    }
    ArrayNode bodies = node.arrayNode();
    for (JsonNode description : node.path("descriptions")) {
      if (description.path("value").isTextual()) {
        ObjectNode body = bodies.addObject();
        for (String field : List.of("role", "contentType", "value")) {
          if (description.path(field).isTextual()) {
            body.set(field, description.get(field));
          }
        }
      }
    }
    if (!bodies.isEmpty()) {
      node.set("bodies", bodies);
    }
  }

  private static void time(ObjectNode node, String field) throws RefusedException {
    if (node.hasNonNull(field)) {
      String text = node.path(field).asText();
      Instant time = DateParser.parse(text);
      if (time == null) {
        throw new RefusedException(
            "bad-date",
            field
                + " is \""
                + text
                + "\"; expected a time such as 2026-03-02T12:00:00Z, from 1900 to next year");
      }
      node.put(field, time.toString());
    }
  }

  private static void named(ObjectNode other) {
    if (other.path("uri").isTextual()) {
      other.put("uri", ItemUri.of(other.path("uri").asText()));
    }
    if (other.path("role").isTextual()) {
      other.put("role", AssociationRole.role(other.path("role").asText()));
    }
  }

  private static NewsItem item(ObjectNode node) throws RefusedException {
    try {
      return Json.mapper().treeToValue(node, NewsItem.class);
    } catch (JsonMappingException e) {
      throw new RefusedException("wrong-type", JsonErrorText.phrase("item", e));
    } catch (JsonProcessingException e) {
      throw new RefusedException("wrong-type", "not a ninjs item");
    }
  }
}
