package dev.storywire.producer.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.storywire.producer.formats.item.PublicationMark;
import dev.storywire.producer.formats.source.DocumentRepair;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;
import dev.storywire.schemas.Refusal;
import java.time.Instant;
import java.util.Map;

/**
 * Removes the text after a mark "not for publication" from all texts of an item, in all formats.
 * Refuses an item whose headline has such a mark.
 */
record PublicationFilter(ItemSink sink) implements ItemSink {
  @Override
  public void item(NewsItem item, String where) {
    ObjectNode node = Json.mapper().valueToTree(item);
    boolean headline = removeMarked(node.path("headlines"));
    boolean text = removeMarked(node);
    if (!headline && !text) {
      sink.item(item, where);
      return;
    }
    try {
      if (headline) {
        throw new RefusedException(
            DocumentRepair.Kind.NOT_FOR_PUBLICATION.code(),
            "the headline is marked as not for publication");
      }
      NewsItem rest = Json.mapper().treeToValue(node, NewsItem.class);
      sink.repaired(PublicationMark.REPAIR, where);
      sink.item(rest, where);
    } catch (RefusedException e) {
      sink.refused(e.refusal(), where);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a serialised item must be readable", e);
    }
  }

  @Override
  public void refused(Refusal refusal, String where) {
    sink.refused(refusal, where);
  }

  @Override
  public void repaired(DocumentRepair repair, String where) throws RefusedException {
    sink.repaired(repair, where);
  }

  @Override
  public void documentDate(Instant date) {
    sink.documentDate(date);
  }

  /** Cuts all texts below a node; returns true if there was a mark. */
  private static boolean removeMarked(JsonNode node) {
    boolean found = false;
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        found |= replaceMarked(field.getValue(), field::setValue);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        found |= replaceMarked(array.get(i), value -> array.set(index, value));
      }
    }
    return found;
  }

  private static boolean replaceMarked(
      JsonNode value, java.util.function.Consumer<JsonNode> replace) {
    if (!value.isTextual()) {
      return removeMarked(value);
    }
    String cut = PublicationMark.cut(value.textValue());
    if (cut.equals(value.textValue())) {
      return false;
    }
    replace.accept(TextNode.valueOf(cut));
    return true;
  }
}
