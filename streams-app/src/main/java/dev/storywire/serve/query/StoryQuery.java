package dev.storywire.serve.query;

import dev.storywire.schemas.Story;
import org.jspecify.annotations.Nullable;

/**
 * A query for stories. An absent component does not restrict the result.
 *
 * @param status status of the stories; absent means open and closed
 * @param lane name of the lane
 * @param entity id or name of an entity; case does not matter
 * @param text words, each of which must begin a word of the headlines, summary, names or terms
 * @param limit maximum number of stories in the result, 1 to {@link #MAX_LIMIT}
 * @param after position of the last story of the previous page
 */
public record StoryQuery(
    Story.@Nullable Status status,
    @Nullable String lane,
    @Nullable String entity,
    @Nullable String text,
    int limit,
    @Nullable Cursor after) {

  /** Default number of stories per page. */
  public static final int DEFAULT_LIMIT = 50;

  /** Maximum number of stories per page. */
  public static final int MAX_LIMIT = 200;

  /** Maximum length of a text or name, in chars. */
  public static final int MAX_TEXT = 200;

  /** Returns a query for the first page of all open and closed stories. */
  public static StoryQuery all() {
    return new StoryQuery(null, null, null, null, DEFAULT_LIMIT, null);
  }
}
