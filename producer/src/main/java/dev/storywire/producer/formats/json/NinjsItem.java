package dev.storywire.producer.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.schemas.NewsItem;
import java.util.Set;

/** Converts one ninjs item. The field names decide whether it is ninjs 1.x or later. */
public final class NinjsItem {
  private static final Set<String> LOWER_CASE =
      Set.of("headline", "title", "body_text", "body_html", "body_xhtml", "body_nitf", "pubstatus");

  private static final Set<String> CAMEL_CASE =
      Set.of("headlines", "bodies", "descriptions", "pubStatus");

  private NinjsItem() {}

  static boolean isNinjs(JsonNode node) {
    return (node.has("uri") || node.has("guid")) && (node.has("type") || hasText(node));
  }

  static boolean hasText(JsonNode node) {
    return has(node, LOWER_CASE) || has(node, CAMEL_CASE);
  }

  /**
   * Converts the item.
   *
   * @throws RefusedException if it has no identity or no text, or if a field is invalid
   */
  public static NewsItem read(JsonNode node) throws RefusedException {
    if (!node.isObject()) {
      throw new RefusedException("wrong-type", "a news item must be a JSON object");
    }
    return has(node, CAMEL_CASE) ? Ninjs3.read(node) : new Ninjs1(node).read();
  }

  private static boolean has(JsonNode node, Set<String> fields) {
    return fields.stream().anyMatch(node::has);
  }
}
