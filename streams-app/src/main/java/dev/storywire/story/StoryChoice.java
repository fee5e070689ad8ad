package dev.storywire.story;

import dev.storywire.dedup.CopyMatch;
import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.state.ArticleRecord;

/** The choice of a story for an article, with its reason. {@link AssignmentRules} makes it. */
sealed interface StoryChoice {

  /** The article replaces or repeats a member of the story. */
  record Follow(String storyId, ArticleRecord predecessor) implements StoryChoice {}

  /** The article copies a member of the story. */
  record CopyOf(String storyId, CopyMatch match) implements StoryChoice {}

  /** The models find that the article belongs to the story. */
  record Join(String storyId, JoinDecision decision) implements StoryChoice {}

  /** The article fits no other story, and stays in the story of which it is the only member. */
  record Stay(String storyId, JoinDecision decision) implements StoryChoice {}

  /** The article fits no story, and opens one. */
  record Open(JoinDecision decision) implements StoryChoice {}
}
