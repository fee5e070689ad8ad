package dev.storywire.story;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.state.ArticleRecord;
import org.jspecify.annotations.Nullable;

/** The choice of a story for an article, with its reason. {@link AssignmentRules} makes it. */
sealed interface StoryChoice {

  /**
   * An editor has placed the article in the story.
   *
   * @param because the reason of the verdict
   * @param match the original in the same story that it copies, if it does
   */
  record KeepPlacement(String storyId, String because, @Nullable CopyMatch match)
      implements StoryChoice {}

  /** The article replaces or repeats a member of the story. */
  record JoinPredecessor(String storyId, ArticleRecord predecessor) implements StoryChoice {}

  /** The article copies a member of the story. */
  record JoinOriginal(String storyId, CopyMatch match) implements StoryChoice {}

  /**
   * An editor has parted the article from the story that the models find.
   *
   * @param storyId the story that it stays in; null if it is in none, and opens one
   */
  record StayApart(@Nullable String storyId, JoinDecision decision) implements StoryChoice {}

  /** The models find that the article belongs to the story. */
  record JoinNearest(String storyId, JoinDecision decision) implements StoryChoice {}

  /** The article fits no other story, and stays in the story of which it is the only member. */
  record StayAlone(String storyId, JoinDecision decision) implements StoryChoice {}

  /** The article fits no story, and opens one. */
  record Open(JoinDecision decision) implements StoryChoice {}
}
