package dev.storywire.story.prepare;

import dev.storywire.schemas.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a version that decide which notices apply to it.
 *
 * @param status the status that the version itself states
 * @param madeAt when it was made, epoch ms
 * @param agency its agency; null if it is not known
 */
public record VersionFacts(PubStatus status, long madeAt, @Nullable String agency) {
  /** Returns true if the version is known to be of this agency. */
  public boolean isOfAgency(@Nullable String other) {
    return other != null && other.equals(agency);
  }
}
