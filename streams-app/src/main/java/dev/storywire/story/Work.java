package dev.storywire.story;

import dev.storywire.story.link.SignatureMatch;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Notice;
import java.util.List;

/** A piece of work that follows from a decision. It may cause more work. */
sealed interface Work {

  /** Applies an advisory to the items that it names. */
  record ApplyAdvisory(Advisory advisory, PreparedArticle by) implements Work {}

  /** Adds a notice to an article. */
  record AddNotice(String uri, Notice notice) implements Work {}

  /** Decides an article again, because its notices may have changed its status. */
  record Reconsider(String uri) implements Work {}

  /**
   * Updates the copies of an article that has changed, left its story or returned.
   *
   * @param before the state record of the article before that
   * @param isKilledElsewhere true if another lane has a newer version, which kills the article
   */
  record UpdateCopies(ArticleRecord before, boolean isKilledElsewhere) implements Work {
    UpdateCopies(ArticleRecord before) {
      this(before, false);
    }
  }

  /**
   * Links the story of an article that has just been decided to stories of other lanes.
   *
   * @param matches articles of other lanes, the best match first
   */
  record LinkStory(PreparedArticle article, List<SignatureMatch> matches) implements Work {}

  /** Merges or splits a story if its newest article shows that it is wrong. */
  record RepairStory(String storyId) implements Work {}
}
