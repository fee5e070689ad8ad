package dev.storywire.story;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Refusal;
import dev.storywire.story.draft.ArticleRecords;
import dev.storywire.story.draft.StoryDrafts;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.StoryRecord;
import java.util.List;
import java.util.Locale;

/**
 * Finds the stories and articles that an edit names. Refuses the edit if it cannot apply to one.
 */
final class EditTargets {
  private final String lane;
  private final ArticleRecords articles;
  private final StoryDrafts stories;

  EditTargets(String lane, ArticleRecords articles, StoryDrafts stories) {
    this.lane = lane;
    this.articles = articles;
    this.stories = stories;
  }

  /** An edit that is not possible. */
  static final class RefusedEditException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    RefusedEditException(String code, String reason) {
      super(reason, null, false, false);
      this.refusal = new Refusal(code, reason);
    }

    Refusal refusal() {
      return refusal;
    }
  }

  /** Returns the id of a story, after merges. */
  String story(String storyId) {
    String id = stories.resolve(storyId);
    StoryRecord story = id == null ? null : stories.find(id);
    if (id == null || story == null) {
      throw new RefusedEditException(
          "unknown-story",
          "Lane %s has no story %s: the id is wrong, or the story has retired."
              .formatted(lane, storyId));
    }
    if (!story.lane().equals(lane)) {
      throw new RefusedEditException(
          "other-lane", "Story %s is in lane %s, not in %s.".formatted(id, story.lane(), lane));
    }
    return id;
  }

  /** Returns articles, each of which must be in a story. */
  List<ArticleRecord> articles(List<String> uris) {
    return uris.stream().map(this::article).toList();
  }

  /** Returns an article, which must be in a story. */
  ArticleRecord article(String uri) {
    ArticleRecord record = articles.get(uri);
    ArticleVerdict verdict = record.verdict();
    if (record.isInOtherLane(lane)) {
      throw new RefusedEditException(
          "other-lane", "Article %s is in lane %s, not in %s.".formatted(uri, record.lane(), lane));
    }
    if (verdict == null) {
      throw new RefusedEditException(
          "unknown-article",
          "Lane %s has no article %s: the uri is wrong, or the article has expired."
              .formatted(lane, uri));
    }
    if (stories.storyOf(record) == null) {
      throw new RefusedEditException(
          "unknown-article",
          "Article %s is in no story; it is %s."
              .formatted(uri, verdict.status().name().toLowerCase(Locale.ROOT)));
    }
    return record;
  }

  /** Checks that an article is in a story. */
  void checkMember(ArticleRecord record, String storyId) {
    if (!storyId.equals(stories.storyOf(record))) {
      throw new RefusedEditException(
          "unknown-article", "Story %s has no article %s.".formatted(storyId, record.uri()));
    }
  }
}
