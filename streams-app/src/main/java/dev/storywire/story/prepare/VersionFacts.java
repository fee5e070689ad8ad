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
public record VersionFacts(PubStatus status, long madeAt, @Nullable String agency) {}
