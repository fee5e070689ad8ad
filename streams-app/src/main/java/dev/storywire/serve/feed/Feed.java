package dev.storywire.serve.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A web feed.
 *
 * @param id a tag URI (RFC 4151), which never changes
 * @param address URL of the feed, without the suffix of its format
 * @param query query part of the URL with its question mark; empty if there is none
 * @param page URL of the page with the same content
 * @param updated time of the latest change
 * @param entries latest first
 */
public record Feed(
    String id,
    String title,
    String address,
    String query,
    String page,
    Instant updated,
    List<Entry> entries) {

  /** Replaces an absent list by an empty one. */
  public Feed {
    entries = entries == null ? List.of() : List.copyOf(entries);
  }

  /**
   * An entry: a story or an article.
   *
   * @param id a tag URI, which never changes
   * @param text content in plain text; absent if there is only a title
   * @param author the source; absent for a story
   * @param tags names in the story
   */
  public record Entry(
      String id,
      String title,
      @Nullable String text,
      String page,
      @Nullable String author,
      Instant published,
      Instant updated,
      List<String> tags) {
    /** Replaces an absent list by an empty one. */
    public Entry {
      tags = tags == null ? List.of() : List.copyOf(tags);
    }
  }
}
