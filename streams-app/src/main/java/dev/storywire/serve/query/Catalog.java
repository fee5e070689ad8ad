package dev.storywire.serve.query;

import java.util.Optional;

/** The stories of all lanes, latest first, and the entities in them, from memory. */
public interface Catalog {
  /** Returns one page of the stories that match a query. */
  StoryPage stories(StoryQuery query);

  /** Returns the number of articles by hour in the stories that match a filter. */
  Volume volume(StoryFilter filter);

  /** Returns one page of the entities that match a query, those in most open stories first. */
  EntityPage entities(EntityQuery query);

  /** Returns an entity; empty if no story names it. */
  Optional<EntityResponse> entity(String id);

  /** Returns the entities that a story names; empty if there is no such story. */
  Optional<StoryNames> names(String storyId);
}
