package dev.storywire.schemas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an article is where it is, and what was the next best.
 *
 * @param because one sentence for a person
 * @param score how well it fits the story chosen, 0 to 1; absent where nothing was compared
 * @param threshold the score that was needed
 * @param sharedTerms words it has in common with the story, heaviest first
 * @param sharedEntities ids of names it has in common with the story
 * @param hoursApart time between it and the story's latest article before it
 * @param runnerUp the best story not chosen
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

  /** A reason that is all in its sentence. */
  public static Reasons of(String because) {
    return new Reasons(because, null, null, List.of(), List.of(), null, null);
  }

  /** The best story not chosen, and its score. */
  public record RunnerUp(String storyId, double score) {}
}
