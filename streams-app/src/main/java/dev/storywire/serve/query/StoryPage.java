package dev.storywire.serve.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of stories.
 *
 * @param stories latest first
 * @param next cursor of the next page; absent on the last page
 * @param eventTime newest event time; ages are computed from it
 */
public record StoryPage(
    List<StoryListItem> stories, @Nullable String next, @Nullable Instant eventTime) {

  /** Replaces an absent list by an empty one. */
  public StoryPage {
    stories = stories == null ? List.of() : List.copyOf(stories);
  }
}
