package dev.storywire.producer.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.producer.formats.item.DateParser;
import dev.storywire.producer.formats.item.ItemBuilder;
import dev.storywire.producer.formats.item.PlainTitle;
import dev.storywire.producer.formats.item.SharedLinks;
import dev.storywire.producer.formats.item.WebLink;
import dev.storywire.producer.formats.source.ItemReader;
import dev.storywire.producer.formats.source.ItemSink;
import dev.storywire.producer.formats.source.RefusedException;
import dev.storywire.producer.formats.source.Source;
import dev.storywire.schemas.NewsItem;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Feed 1.0 and 1.1. An item is identified by its {@code url}, as in the other feeds; if
 * it has none, by its {@code id}.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed Version 1.1</a>
 */
public final class JsonFeedReader implements ItemReader {
  @Override
  public void read(Source source, ItemSink sink) throws IOException, RefusedException {
    int number = 0;
    for (JsonNode feed :
        JsonDocuments.read(source, sink, document -> !document.path("items").isEmpty())) {
      JsonNode items = feed.path("items");
      if (!items.isArray()) {
        throw new RefusedException("bad-feed", "the feed has no array of items");
      }
      SharedLinks shared = sharedLinks(feed, items);
      for (JsonNode item : items) {
        String where = source.name() + "#" + ++number;
        try {
          sink.item(item(feed, item, shared, source.id()), where);
        } catch (RefusedException e) {
          sink.refused(e.refusal(), where);
        }
      }
    }
  }

  private static NewsItem item(JsonNode feed, JsonNode item, SharedLinks shared, String feedId)
      throws RefusedException {
    String link = link(feed, item);
    String identity = WebLink.identity(link);
    boolean own = identity != null && !shared.contains(identity);
    ItemBuilder draft = ItemBuilder.of(own ? identity : id(item, feedId));
    Instant published = DateParser.parse(text(item, "date_published"));
    Instant modified = DateParser.parse(text(item, "date_modified"));
    draft.firstCreated = published == null ? modified : published;
    draft.versionCreated = modified == null ? published : modified;
    draft
        .headline("main", PlainTitle.of(text(item, "title")))
        .by(ItemBuilder.first(authors(item), authors(feed)))
        .language(ItemBuilder.first(text(item, "language"), text(feed, "language")))
        .altId("guid", text(item, "id"))
        .altId("url", own ? link : null)
        .source(text(feed, "home_page_url"), text(feed, "title"), null)
        .body("main", "text/html", text(item, "content_html"))
        .body("main", "text/plain", text(item, "content_text"));
    if (draft.hasBody()) {
      draft.description("text/plain", text(item, "summary"));
    } else {
      draft.body("summary", "text/plain", text(item, "summary"));
    }
    item.path("tags").forEach(tag -> draft.subject(null, tag.asText()));
    draft.association(new NewsItem.Association("media", null, "image", text(item, "image")));
    for (JsonNode file : item.path("attachments")) {
      draft.association(
          new NewsItem.Association("media", null, text(file, "mime_type"), text(file, "url")));
    }
    return draft.build();
  }

  /** Returns the id, which identifies an item within its feed unless it is a URI. */
  private static @Nullable String id(JsonNode item, String feedId) {
    String id = text(item, "id");
    return id == null || id.contains(":") ? id : feedId + "#" + id;
  }

  /** Returns the canonical form of the item's link, which may be relative to the feed's page. */
  private static @Nullable String link(JsonNode feed, JsonNode item) {
    String link = text(item, "url");
    String home = ItemBuilder.first(text(feed, "home_page_url"), text(feed, "feed_url"));
    if (link == null || home == null) {
      return WebLink.canonical(link);
    }
    try {
      return WebLink.canonical(URI.create(home).resolve(link).toString());
    } catch (IllegalArgumentException e) {
      return WebLink.canonical(link); // not a URI by RFC 2396, but perhaps by a browser
    }
  }

  private static SharedLinks sharedLinks(JsonNode feed, JsonNode items) {
    SharedLinks shared = new SharedLinks();
    for (JsonNode item : items) {
      shared.add(WebLink.identity(link(feed, item)), text(item, "title"));
    }
    return shared;
  }

  /** Returns the names of {@code authors} (1.1) or {@code author} (1.0). */
  private static @Nullable String authors(JsonNode node) {
    String names =
        StreamSupport.stream(node.path("authors").spliterator(), false)
            .map(author -> author.isTextual() ? author.asText() : author.path("name").asText())
            .filter(name -> !name.isBlank())
            .collect(Collectors.joining(", "));
    return ItemBuilder.first(names, text(node.path("author"), "name"), text(node, "author"));
  }

  /** Returns the text of a field; numbers, which some feeds use as ids, are text as well. */
  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isTextual() || value.isNumber() ? ItemBuilder.text(value.asText()) : null;
  }
}
