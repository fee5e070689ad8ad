package dev.storywire.story.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which story an article belongs to, and why.
 *
 * @param storyId the story to join; null if it opens one of its own
 * @param score how sure it is that the article belongs to the story that fits best, 0 to 1; 0 where
 *     no story shares anything
 * @param bar the score that a story needs
 * @param runnerUp the best story not chosen
 * @param sharedTerms words in common with the story that fits best, heaviest first, as the article
 *     writes them
 * @param sharedNames names in common with it, as the article has them
 * @param hoursApart time between the article and that story's latest before it; null where there is
 *     no such story
 * @param namesOthers whether it opens a story because none that is near names what it names
 */
public record JoinDecision(
    @Nullable String storyId,
    double score,
    double bar,
    @Nullable Scored runnerUp,
    List<String> sharedTerms,
    List<String> sharedNames,
    @Nullable Double hoursApart,
    boolean namesOthers) {

  /** A story and how well it fits. */
  public record Scored(String storyId, double score) {}
}
