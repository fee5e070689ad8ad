package dev.storywire.producer.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.producer.formats.source.ItemReader;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads JSON documents with ninjs items: a single item, an array, or the envelope of an agency's
 * API. See {@link NinjsItem} for the versions of ninjs.
 *
 * @see <a href="https://www.iptc.org/std/ninjs/">IPTC ninjs</a>
 */
public final class NinjsReader implements ItemReader {
  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    List<JsonNode> documents = JsonDocuments.read(source, sink, NinjsReader::hasItems);
    List<JsonNode> items = new ArrayList<>();
    documents.forEach(document -> eachItem(document, items::add));
    for (int i = 0; i < items.size(); i++) {
      String where = source.name() + "#" + (i + 1);
      try {
        sink.item(NinjsItem.read(items.get(i)), where);
      } catch (RefusedException e) {
        sink.refused(e.refusal(), where);
      }
    }
    if (items.isEmpty() && !isEmpty(documents.get(0))) {
      throw new RefusedException(
          "not-ninjs",
          "the JSON contains no news item: no object has a uri or guid and a headline or body");
    }
  }

  private static boolean hasItems(JsonNode root) {
    boolean[] found = {false};
    eachItem(root, item -> found[0] = true);
    return found[0];
  }

  /** Returns true for an answer without news: an empty array, or an envelope with one. */
  private static boolean isEmpty(JsonNode node) {
    return node.isArray()
        ? node.isEmpty()
        : node.isObject()
            && JsonRepair.ENVELOPES.stream().map(node::path).anyMatch(NinjsReader::isEmpty);
  }

  /** Passes an element of an array; one with text but without an identity will be refused. */
  private static void eachElement(JsonNode element, Consumer<JsonNode> item) {
    if (NinjsItem.hasText(element) && JsonRepair.ENVELOPES.stream().noneMatch(element::has)) {
      item.accept(element);
    } else {
      eachItem(element, item);
    }
  }

  private static void eachItem(JsonNode node, Consumer<JsonNode> item) {
    if (node.isArray()) {
      node.forEach(element -> eachElement(element, item));
    } else if (NinjsItem.isNinjs(node)) {
      item.accept(node);
    } else if (node.isObject()) {
      JsonRepair.ENVELOPES.forEach(name -> eachItem(node.path(name), item));
    }
  }
}
