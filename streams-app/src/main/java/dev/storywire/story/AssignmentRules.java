package dev.storywire.story;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.state.ArticleRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that choose the story of an article: the story of the article that it replaces or
 * repeats; else, for a copy, the story of its original; else the story that the models choose; else
 * a new one. The rules read values and change nothing.
 */
final class AssignmentRules {
  private AssignmentRules() {}

  /**
   * Chooses the story of a related article. Empty if there is none, so that the models choose.
   *
   * @param predecessor the member that the article replaces or repeats, if it does
   * @param predecessorStory its story; null if that has retired
   * @param match the original that the article copies, if it is a copy
   * @param originalStory the story of the original; null if it is in none or that has retired
   */
  static Optional<StoryChoice> byRelation(
      @Nullable ArticleRecord predecessor,
      @Nullable String predecessorStory,
      @Nullable CopyMatch match,
      @Nullable String originalStory) {
    if (predecessor != null && predecessorStory != null) {
      return Optional.of(new StoryChoice.JoinPredecessor(predecessorStory, predecessor));
    }
    return match != null && originalStory != null
        ? Optional.of(new StoryChoice.JoinOriginal(originalStory, match))
        : Optional.empty();
  }

  /**
   * Chooses the story by the decision of the models.
   *
   * @param nearest the story that they chose; null if none, or if it has retired
   * @param own the story of which the article is the only member, if there is one
   */
  static StoryChoice byModels(
      JoinDecision decision, @Nullable String nearest, @Nullable String own) {
    if (nearest != null) {
      return new StoryChoice.JoinNearest(nearest, decision);
    }
    return own != null ? new StoryChoice.StayAlone(own, decision) : new StoryChoice.Open(decision);
  }
}
