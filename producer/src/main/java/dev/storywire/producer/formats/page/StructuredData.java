package dev.storywire.producer.formats.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.item.PlainTitle;
import dev.storywire.schemas.Json;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of an article in schema.org JSON-LD.
 *
 * @see <a href="https://schema.org/NewsArticle">schema.org NewsArticle</a>
 */
record StructuredData(JsonNode article) {
  static StructuredData of(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      try {
        JsonNode found = find(Json.mapper().readTree(script.data()));
        if (!found.isMissingNode()) {
          return new StructuredData(found);
        }
      } catch (JsonProcessingException e) {
        // ignore a malformed block; others may be valid
      }
    }
    return new StructuredData(MissingNode.getInstance());
  }

  private static JsonNode find(JsonNode node) {
    if (node.isArray()) {
      for (JsonNode element : node) {
        JsonNode found = find(element);
        if (!found.isMissingNode()) {
          return found;
        }
      }
      return MissingNode.getInstance();
    }
    JsonNode type = node.path("@type");
    String name = type.isArray() ? type.path(0).asText() : type.asText();
    return name.endsWith("Article") || name.equals("BlogPosting")
        ? node
        : node.has("@graph") ? find(node.path("@graph")) : MissingNode.getInstance();
  }

  @Nullable String text(String field) {
    JsonNode value = article.path(field);
    return value.isTextual() ? value.asText() : null;
  }

  /**
   * Returns the names of one or several persons or organisations, which may be objects or plain
   * text, and may contain HTML entities.
   */
  @Nullable String names(String field) {
    List<String> names = new ArrayList<>();
    JsonNode value = article.path(field);
    for (JsonNode party : value.isArray() ? value : List.of(value)) {
      String name = party.isTextual() ? party.asText() : party.path("name").asText();
      names.add(String.valueOf(PlainTitle.of(name)));
    }
    return ItemBuilder.text(String.join(", ", names));
  }
}
