package dev.storywire.schemas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reasons for the assignment of an article.
 *
 * @param because explanation in one sentence
 * @param score score of the chosen story, 0 to 1; absent if nothing was compared
 * @param threshold the score that was needed
 * @param sharedTerms words in common with the story, highest weight first
 * @param sharedEntities ids of the entities in common with the story
 * @param hoursApart hours since the previous article of the story
 * @param runnerUp the best story that was not chosen
 */
public record Reasons(
    String because,
    @Nullable Double score,
    @Nullable Double threshold,
    List<String> sharedTerms,
    List<String> sharedEntities,
    @Nullable Double hoursApart,
    @Nullable RunnerUp runnerUp) {

  /** Makes absent lists empty. */
  public Reasons {
    sharedTerms = sharedTerms == null ? List.of() : List.copyOf(sharedTerms);
    sharedEntities = sharedEntities == null ? List.of() : List.copyOf(sharedEntities);
  }

  /** Returns reasons that consist of a sentence only. */
  public static Reasons of(String because) {
    return new Reasons(because, null, null, List.of(), List.of(), null, null);
  }

  /** The best story that was not chosen, and its score. */
  public record RunnerUp(String storyId, double score) {}
}
