package dev.storywire.serve.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of entities.
 *
 * @param entities those in most open stories first
 * @param next cursor of the next page; absent on the last page
 */
public record EntityPage(List<EntityListItem> entities, @Nullable String next) {
  /** Replaces an absent list by an empty one. */
  public EntityPage {
    entities = entities == null ? List.of() : List.copyOf(entities);
  }
}
