package dev.storywire.serve.query;

import dev.storywire.schemas.Story;
import org.jspecify.annotations.Nullable;

/**
 * Which stories of the list are wanted; an absent part does not restrict.
 *
 * @param status absent means open and closed: a merged story lives on in another
 * @param lane a lane's exact name
 * @param entity an entity's id, or its name in any case
 * @param text words that must all begin a word of the story's headlines, summary, names or terms
 * @param limit most stories in the answer, 1 to {@link #MAX_LIMIT}
 * @param after the last story of the page before
 */
public record StoryQuery(
    Story.@Nullable Status status,
    @Nullable String lane,
    @Nullable String entity,
    @Nullable String text,
    int limit,
    @Nullable Cursor after) {

  /** Stories in a page unless asked otherwise. */
  public static final int DEFAULT_LIMIT = 50;

  /** Most stories in a page. */
  public static final int MAX_LIMIT = 200;

  /** Longest text or name that is looked for. */
  public static final int MAX_TEXT = 200;

  /** The first page of everything that is open or closed. */
  public static StoryQuery all() {
    return new StoryQuery(null, null, null, null, DEFAULT_LIMIT, null);
  }
}
