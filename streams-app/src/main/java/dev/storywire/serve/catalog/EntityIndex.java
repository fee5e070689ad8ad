package dev.storywire.serve.catalog;

import dev.storywire.schemas.Entity;
import dev.storywire.serve.query.Cursor;
import dev.storywire.serve.query.EntityCursor;
import dev.storywire.serve.query.EntityListItem;
import dev.storywire.serve.query.EntityPage;
import dev.storywire.serve.query.EntityQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The entities of the stories in the list. Changed under a lock, read without it. */
final class EntityIndex {
  private final Map<String, EntityStories> byId = new ConcurrentHashMap<>();

  /** Replaces an entry of the list. {@code old} or {@code fresh} is null if there is none. */
  void replace(@Nullable CatalogEntry old, @Nullable CatalogEntry fresh) {
    if (fresh != null) {
      for (Entity entity : fresh.entities()) {
        byId.computeIfAbsent(entity.id(), id -> new EntityStories(entity)).put(fresh);
      }
    }
    if (old != null) {
      for (Entity entity : old.entities()) {
        if (fresh == null
            || !fresh.place().equals(old.place())
            || fresh.entity(entity.id()) == null) {
          remove(entity.id(), old.place());
        }
      }
    }
  }

  /** Returns the stories that name an entity; null if none does. */
  @Nullable EntityStories find(String id) {
    return byId.get(id);
  }

  /** Returns the ids that a filter may mean: the id itself, or those of all entities so spelled. */
  Set<String> idsOf(String idOrName) {
    if (byId.containsKey(idOrName)) {
      return Set.of(idOrName);
    }
    String name = FoldedText.of(idOrName);
    return byId.values().stream()
        .filter(stories -> stories.foldedNames().anyMatch(name::equals))
        .map(stories -> stories.line().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns one page of the entities that match a query. */
  EntityPage page(EntityQuery query) {
    List<String> words = FoldedText.wordsOf(query.text());
    EntityCursor after = query.after();
    List<EntityListItem> entities =
        byId.values().stream()
            .filter(
                stories ->
                    stories.foldedNames().anyMatch(name -> words.stream().allMatch(name::contains)))
            .map(EntityStories::line)
            .filter(line -> query.type() == null || line.type() == query.type())
            .filter(line -> after == null || EntityCursor.of(line).compareTo(after) > 0)
            .sorted(Comparator.comparing(EntityCursor::of))
            .limit(query.limit() + 1L)
            .toList();
    if (entities.size() <= query.limit()) {
      return new EntityPage(entities, null);
    }
    EntityListItem last = entities.get(query.limit() - 1);
    return new EntityPage(entities.subList(0, query.limit()), EntityCursor.of(last).encode());
  }

  private void remove(String id, Cursor place) {
    EntityStories stories = byId.get(id);
    if (stories != null) {
      stories.remove(place);
      if (stories.isEmpty()) {
        byId.remove(id);
      }
    }
  }
}
