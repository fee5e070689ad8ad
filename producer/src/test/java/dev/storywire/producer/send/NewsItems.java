package dev.storywire.producer.send;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.NewsItem;

/** Creates small items for tests. */
public final class NewsItems {
  private NewsItems() {}

  public static NewsItem of(String uri, String body) {
    ObjectNode node = Json.mapper().createObjectNode().put("uri", uri);
    node.putArray("headlines").addObject().put("role", "main").put("value", "Headline");
    node.putArray("bodies").addObject().put("contentType", "text/plain").put("value", body);
    return Json.mapper().convertValue(node, NewsItem.class);
  }
}
