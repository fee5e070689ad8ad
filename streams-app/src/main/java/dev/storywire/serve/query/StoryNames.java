package dev.storywire.serve.query;

import java.util.Set;

/**
 * The entities that a story names.
 *
 * @param seq number of the last event of the story that is included
 * @param entityIds ids of the entities
 */
public record StoryNames(long seq, Set<String> entityIds) {
  /** Copies the set. */
  public StoryNames {
    entityIds = Set.copyOf(entityIds);
  }
}
