package dev.storywire.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import dev.storywire.serve.catalog.StoryCatalog;
import dev.storywire.serve.query.EntityCursor;
import dev.storywire.serve.query.EntityListItem;
import dev.storywire.serve.query.EntityPage;
import dev.storywire.serve.query.EntityQuery;
import dev.storywire.serve.query.StoryUpdate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Tests the entities of the stories in memory. */
class EntityIndexTest {
  /** Checks that after any updates the pages contain the entities of the latest snapshots. */
  @Property(tries = 200)
  void pagesAreTheEntitiesOfTheLatestSnapshots(
      @ForAll @Size(max = 60) List<@IntRange(max = 2_999) Integer> changes,
      @ForAll @IntRange(min = 1, max = 3) int limit) {
    StoryCatalog all = new StoryCatalog(1_000);
    Map<String, Story> current = new HashMap<>();
    for (int change : changes) {
      String id = "s" + change % 5;
      int minutes = change / 5 % 10;
      if (minutes == 0) {
        current.remove(id);
        all.accept(StoryUpdate.retired(id));
      } else {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
          if ((((change / 50) >> i) & 1) == 1) {
            names.add("Name" + i);
          }
        }
        Story.Status status = change % 3 == 0 ? Story.Status.OPEN : Story.Status.CLOSED;
        Story story = EntitiesTest.naming(id, status, minutes, names.toArray(String[]::new));
        current.put(id, story);
        all.accept(StoryUpdate.of(story));
      }
    }
    Map<String, EntityListItem> expected = new TreeMap<>();
    for (Story story : current.values()) {
      int open = story.status() == Story.Status.OPEN ? 1 : 0;
      for (Entity entity : story.entities()) {
        expected.merge(
            entity.id(),
            new EntityListItem(entity.id(), entity.name(), entity.type(), 1, open),
            (a, b) ->
                new EntityListItem(
                    a.id(), a.name(), a.type(), a.storyCount() + 1, a.openCount() + open));
      }
    }

    assertThat(readAll(all, limit))
        .isEqualTo(
            expected.values().stream().sorted(Comparator.comparing(EntityCursor::of)).toList());
  }

  private static List<EntityListItem> readAll(StoryCatalog catalog, int limit) {
    List<EntityListItem> read = new ArrayList<>();
    EntityCursor after = null;
    while (true) {
      EntityPage page = catalog.entities(new EntityQuery(null, null, limit, after));
      read.addAll(page.entities());
      if (page.next() == null) {
        return read;
      }
      after = EntityCursor.decode(Objects.requireNonNull(page.next()));
    }
  }
}
