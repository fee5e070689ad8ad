package dev.storywire.serve.catalog;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import dev.storywire.serve.query.StoryFilter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tests one story against a filter, with the rules of the list. */
public final class SingleStoryMatcher {
  private SingleStoryMatcher() {}

  /** Returns true if a story matches. Times relative to the newest story are ignored. */
  public static boolean matches(Story story, StoryFilter filter) {
    CatalogEntry entry = CatalogEntry.of(story);
    return new StoryMatcher(filter, ids(entry, filter.entity()), null).test(entry);
  }

  private static Set<String> ids(CatalogEntry story, @Nullable String idOrName) {
    if (idOrName == null) {
      return Set.of();
    }
    String name = FoldedText.of(idOrName);
    return story.entities().stream()
        .filter(entity -> entity.id().equals(idOrName) || FoldedText.of(entity.name()).equals(name))
        .map(Entity::id)
        .collect(toUnmodifiableSet());
  }
}
