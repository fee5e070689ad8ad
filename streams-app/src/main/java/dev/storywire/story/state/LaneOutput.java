package dev.storywire.story.state;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Refusal;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.story.prepare.OrderKey;

/** An output of a lane. Outputs are published in the order in which the lane emits them. */
public sealed interface LaneOutput {

  /**
   * The verdict on an article.
   *
   * @param isResultOfRecord true if it is the result of the article just accepted; false if it is a
   *     consequence for another article
   */
  record Verdict(ArticleVerdict verdict, boolean isResultOfRecord) implements LaneOutput {}

  /** Another lane has a newer version than the article just accepted. */
  record Superseded(String reason) implements LaneOutput {}

  /**
   * A lane of this partition has emitted its last verdict on an article.
   *
   * @param lane the lane that has the newer version, in another partition
   * @param newer order key of that version
   */
  record HandOver(String lane, OrderKey newer) implements LaneOutput {}

  /** An article has expired. */
  record ArticleExpired(String uri) implements LaneOutput {}

  /** The state of a story. */
  record Snapshot(Story story) implements LaneOutput {}

  /** A story has been retired. */
  record StoryRetired(String storyId) implements LaneOutput {}

  /**
   * An event of a story.
   *
   * @param isResultOfRecord true for the first event that the edit just accepted has caused
   */
  record Event(StoryEvent event, boolean isResultOfRecord) implements LaneOutput {
    /** Creates an event that is not the first one of an edit. */
    public Event(StoryEvent event) {
      this(event, false);
    }
  }

  /**
   * The article just accepted is far ahead of the lane clock. Emitted before anything else is
   * decided.
   *
   * @param clock the lane clock before, epoch ms
   * @param time order time of the article, epoch ms
   * @param isConfirmed true if the clock advances now; false if it stays
   */
  record ClockAhead(String lane, long clock, long time, String uri, boolean isConfirmed)
      implements LaneOutput {}

  /** The edit just accepted is invalid and has changed nothing. */
  record EditRefused(Refusal refusal) implements LaneOutput {}
}
