package dev.storywire.serve.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of stories.
 *
 * @param stories latest first
 * @param next the cursor of the page after it; absent on the last page
 * @param eventTime newest event time known, by which "ago" is to be counted
 */
public record StoryPage(
    List<StoryLine> stories, @Nullable String next, @Nullable Instant eventTime) {

  /** Makes an absent list empty. */
  public StoryPage {
    stories = stories == null ? List.of() : List.copyOf(stories);
  }
}
