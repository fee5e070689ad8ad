package dev.storywire.story;

import static java.util.Objects.requireNonNull;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.schemas.Entity;
import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the story of an article: the story of the article that it replaces or repeats; else, for
 * a copy, the story of its original; else the story that the models choose; else a new one.
 */
final class Assigner {
  private final Articles articles;
  private final LaneMemory memory;
  private final Stories stories;

  Assigner(Articles articles, LaneMemory memory, Stories stories) {
    this.articles = articles;
    this.memory = memory;
    this.stories = stories;
  }

  /**
   * Assigns an article to a story.
   *
   * @param known the state record of the article before
   * @param predecessor the member that it replaces or repeats, if it does
   * @param match the original that it copies, if it is a copy
   */
  Assignment assign(
      PreparedArticle article,
      ArticleRecord known,
      @Nullable ArticleRecord predecessor,
      @Nullable CopyMatch match) {
    List<Entity> entities = memory.entities(article);
    if (predecessor != null) {
      String storyId = storyOf(predecessor);
      if (storyId != null) {
        return Assignment.after(predecessor, storyId, article, entities);
      }
    }
    ArticleRecord original = match == null ? null : articles.find(match.original());
    if (match != null && original != null && original.isMember()) {
      String storyId = storyOf(original);
      if (storyId != null) {
        return Assignment.copy(storyId, match, entities);
      }
    }
    JoinDecision decision = memory.story(article, entities);
    String storyId = decision.storyId() == null ? null : stories.resolve(decision.storyId());
    if (storyId == null) {
      String own = stories.ownStory(known);
      return Assignment.opened(own != null ? own : stories.open(article), decision, entities);
    }
    return Assignment.joined(storyId, decision, entities);
  }

  private @Nullable String storyOf(ArticleRecord member) {
    return stories.resolve(requireNonNull(requireNonNull(member.verdict()).storyId()));
  }
}
