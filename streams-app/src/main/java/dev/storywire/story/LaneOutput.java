package dev.storywire.story;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;

/** What a lane says, in the order it says it. */
public sealed interface LaneOutput {

  /**
   * Where an article stands now.
   *
   * @param arrival whether it answers the article just taken; else it follows from another's
   */
  record Verdict(ArticleVerdict verdict, boolean arrival) implements LaneOutput {}

  /** The article just taken is older than what another lane has of its uri. */
  record Superseded(String reason) implements LaneOutput {}

  /** An article is remembered no longer. */
  record ArticleForgotten(String uri) implements LaneOutput {}

  /** How a story stands now. */
  record Snapshot(Story story) implements LaneOutput {}

  /** A story is remembered no longer. */
  record StoryRetired(String storyId) implements LaneOutput {}

  /** Something happened to a story. */
  record Event(StoryEvent event) implements LaneOutput {}
}
