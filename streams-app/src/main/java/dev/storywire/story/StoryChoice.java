package dev.storywire.story;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.state.ArticleRecord;
import org.jspecify.annotations.Nullable;

/** The choice of a story for an article, with its reason. {@link AssignmentRules} makes it. */
sealed interface StoryChoice {

  /**
   * The article stays where an editor has placed it.
   *
   * @param because the reason of the verdict
   * @param match the original in the same story that it copies, if it does
   */
  record KeepPlacement(String storyId, String because, @Nullable CopyMatch match)
      implements StoryChoice {}

  /** The article joins the story of the member that it replaces or repeats. */
  record JoinPredecessor(String storyId, ArticleRecord predecessor) implements StoryChoice {}

  /** The article joins the story of its original. */
  record JoinOriginal(String storyId, CopyMatch match) implements StoryChoice {}

  /**
   * The article does not join the nearest story, from which an editor has parted it.
   *
   * @param storyId its present story, in which it stays; null if it has none, and opens one
   */
  record StayApart(@Nullable String storyId, JoinDecision decision) implements StoryChoice {}

  /** The article joins the story that the models choose. */
  record JoinNearest(String storyId, JoinDecision decision) implements StoryChoice {}

  /**
   * The models choose no story, and the article stays in the story of which it is the only member.
   */
  record StayAlone(String storyId, JoinDecision decision) implements StoryChoice {}

  /** The models choose no story, and the article opens one. */
  record Open(JoinDecision decision) implements StoryChoice {}
}
