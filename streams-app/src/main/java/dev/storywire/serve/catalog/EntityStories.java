package dev.storywire.serve.catalog;

import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import dev.storywire.serve.query.Cursor;
import dev.storywire.serve.query.EntityLine;
import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The stories that name one entity, latest first. Changed under a lock, read without it. */
final class EntityStories {
  private final ConcurrentSkipListMap<Cursor, CatalogEntry> inOrder = new ConcurrentSkipListMap<>();
  private volatile EntityLine line;
  private volatile String foldedName = "";

  EntityStories(Entity entity) {
    this.line = new EntityLine(entity.id(), entity.name(), entity.type(), 0, 0);
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
  EntityLine line() {
    return line;
  }

  /** Returns the folded name. */
  String foldedName() {
    return foldedName;
  }

  private void update(@Nullable CatalogEntry old, @Nullable CatalogEntry fresh) {
    EntityLine known = line;
    var latest = inOrder.firstEntry();
    Entity entity = latest == null ? null : latest.getValue().entity(known.id());
    String name = entity == null ? known.name() : entity.name();
    if (foldedName.isEmpty() || !name.equals(known.name())) {
      foldedName = FoldedText.of(name);
    }
    line =
        new EntityLine(
            known.id(),
            name,
            entity == null ? known.type() : entity.type(),
            known.storyCount() + (fresh == null ? 0 : 1) - (old == null ? 0 : 1),
            known.openCount() + open(fresh) - open(old));
  }

  private static int open(@Nullable CatalogEntry story) {
    return story != null && story.line().status() == Story.Status.OPEN ? 1 : 0;
  }
}
