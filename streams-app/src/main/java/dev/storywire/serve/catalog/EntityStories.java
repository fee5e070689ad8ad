package dev.storywire.serve.catalog;

import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import dev.storywire.serve.query.Cursor;
import dev.storywire.serve.query.EntityListItem;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stories that name one entity, latest first. Changed under a lock, read without it. */
final class EntityStories {
  private final ConcurrentSkipListMap<Cursor, CatalogEntry> inOrder = new ConcurrentSkipListMap<>();
  private final ConcurrentHashMap<String, Spelling> spellings = new ConcurrentHashMap<>();
  private volatile EntityListItem line;

  /** A spelling as searches compare it, and the number of stories that use it. */
  private record Spelling(String folded, int storyCount) {}

  EntityStories(Entity entity) {
    this.line = new EntityListItem(entity.id(), entity.name(), entity.type(), 0, 0);
  }

  void put(CatalogEntry story) {
    update(inOrder.put(story.place(), story), story);
  }

  void remove(Cursor place) {
    update(inOrder.remove(place), null);
  }

  boolean isEmpty() {
    return inOrder.isEmpty();
  }

  /** Returns the stories, latest first. */
  Collection<CatalogEntry> stories() {
    return inOrder.values();
  }

  /** Returns the entry in the list of entities. */
  EntityListItem line() {
    return line;
  }

  /** Returns the folded spellings of the name in all stories and lanes. */
  Stream<String> foldedNames() {
    return spellings.values().stream().map(Spelling::folded);
  }

  private void update(@Nullable CatalogEntry old, @Nullable CatalogEntry fresh) {
    EntityListItem known = line;
    var latest = inOrder.firstEntry();
    Entity entity = latest == null ? null : latest.getValue().entity(known.id());
    String name = entity == null ? known.name() : entity.name();
    count(fresh, 1);
    count(old, -1);
    line =
        new EntityListItem(
            known.id(),
            name,
            entity == null ? known.type() : entity.type(),
            known.storyCount() + (fresh == null ? 0 : 1) - (old == null ? 0 : 1),
            known.openCount() + open(fresh) - open(old));
  }

  private void count(@Nullable CatalogEntry story, int change) {
    Entity entity = story == null ? null : story.entity(line.id());
    if (entity != null) {
      spellings.compute(
          entity.name(),
          (name, known) -> {
            int count = (known == null ? 0 : known.storyCount()) + change;
            String folded = known == null ? FoldedText.of(name) : known.folded();
            return count == 0 ? null : new Spelling(folded, count);
          });
    }
  }

  private static int open(@Nullable CatalogEntry story) {
    return story != null && story.line().status() == Story.Status.OPEN ? 1 : 0;
  }
}
