package dev.storywire.serve.query;

import org.jspecify.annotations.Nullable;

/**
 * A query for stories.
 *
 * @param limit maximum number of stories in the result, 1 to {@link #MAX_LIMIT}
 * @param after position of the last story of the previous page
 */
public record StoryQuery(StoryFilter filter, int limit, @Nullable Cursor after) {

  /** Default number of stories per page. */
  public static final int DEFAULT_LIMIT = 50;

  /** Maximum number of stories per page. */
  public static final int MAX_LIMIT = 200;

  /** Maximum length of a text or name, in chars. */
  public static final int MAX_TEXT = 200;

  /** Returns a query for the first page of all open and closed stories. */
  public static StoryQuery all() {
    return new StoryQuery(StoryFilter.NONE, DEFAULT_LIMIT, null);
  }
}
