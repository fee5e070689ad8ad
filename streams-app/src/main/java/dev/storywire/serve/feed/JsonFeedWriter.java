package dev.storywire.serve.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.schemas.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes JSON Feed 1.1. */
final class JsonFeedWriter {
  private static final String VERSION = "https://jsonfeed.org/version/1.1";

  private JsonFeedWriter() {}

  static byte[] write(Feed feed) {
    Document document =
        new Document(
            VERSION,
            feed.title(),
            feed.page(),
            feed.address() + FeedFormat.JSON.suffix() + feed.query(),
            feed.entries().stream().map(JsonFeedWriter::item).toList());
    try {
      return Json.mapper().writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings must be serialisable", e);
    }
  }

  private static Item item(Feed.Entry entry) {
    String text = entry.text();
    String author = entry.author();
    return new Item(
        entry.id(),
        entry.page(),
        entry.title(),
        text == null ? entry.title() : text,
        entry.published(),
        entry.updated(),
        author == null ? null : List.of(new Author(author)),
        entry.tags());
  }

  private record Document(
      String version,
      String title,
      @JsonProperty("home_page_url") String homePageUrl,
      @JsonProperty("feed_url") String feedUrl,
      List<Item> items) {}

  private record Item(
      String id,
      String url,
      String title,
      @JsonProperty("content_text") String contentText,
      @JsonProperty("date_published") Instant datePublished,
      @JsonProperty("date_modified") Instant dateModified,
      @Nullable List<Author> authors,
      List<String> tags) {}

  private record Author(String name) {}
}
