package dev.storywire.story.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The story that an article belongs to, with the evidence.
 *
 * @param storyId the story to join; null if it opens a new one
 * @param score the probability that the article belongs to the best story, 0 to 1; 0 if no story
 *     shares anything
 * @param threshold the minimum score to join
 * @param runnerUp the best story that was not chosen
 * @param sharedTerms words in common with the best story, highest weight first, as the article
 *     writes them
 * @param sharedNames names in common with it, as the article has them
 * @param hoursApart hours between the article and the newest of the best story; null if there is
 *     none
 * @param mismatch why it cannot join the best story; null if its score decided
 */
public record JoinDecision(
    @Nullable String storyId,
    double score,
    double threshold,
    @Nullable Scored runnerUp,
    List<String> sharedTerms,
    List<String> sharedNames,
    @Nullable Double hoursApart,
    @Nullable Mismatch mismatch) {

  /** A reason for which an article does not join a story, whatever its score. */
  public enum Mismatch {
    /** Both have names, and share none. */
    NAMES,
    /** The article is a routine notice, and its subject does not occur in the story. */
    SUBJECT,
    /** The article is a recurring notice, and the story is of an earlier day. */
    EARLIER_DAY
  }

  /** A story and its score. */
  public record Scored(String storyId, double score) {}
}
