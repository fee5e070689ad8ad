package dev.storywire.serve.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.Story;
import dev.storywire.serve.StoryFixtures;
import dev.storywire.serve.query.Cursor;
import dev.storywire.serve.query.StoryFilter;
import dev.storywire.serve.query.StoryFilterBuilder;
import dev.storywire.serve.query.StoryListItem;
import dev.storywire.serve.query.StoryPage;
import dev.storywire.serve.query.StoryQuery;
import dev.storywire.serve.query.StoryUpdate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Tests the list of stories in memory. */
class StoryCatalogTest {
  private final StoryCatalog index = new StoryCatalog(3);

  @Test
  void keepsTheNewestSnapshot() {
    index.accept(StoryUpdate.of(StoryFixtures.story("s1", 5, Story.Status.OPEN, null, "New", 9)));
    index.accept(StoryUpdate.of(StoryFixtures.story("s1", 4, Story.Status.OPEN, null, "Old", 1)));

    assertThat(index.stories(StoryQuery.all()).stories())
        .extracting(StoryListItem::headline)
        .containsExactly("New");
  }

  @Test
  void dropsTheLeastRecentlyUpdatedStories() {
    for (int i = 0; i < 5; i++) {
      index.accept(StoryUpdate.of(StoryFixtures.open("s" + i, "Story", i)));
    }

    assertThat(ids(index.stories(StoryQuery.all()))).containsExactly("s4", "s3", "s2");
    assertThat(index.size()).isEqualTo(3);
  }

  @Test
  void doesNotFindFormerWords() {
    index.accept(StoryUpdate.of(StoryFixtures.open("s1", "Unspeakable", 0)));
    index.accept(StoryUpdate.of(StoryFixtures.emptied("s1", 9)));

    StoryPage page = index.stories(query(StoryFilterBuilder.builder().text("unspeakable")));
    assertThat(page.stories()).isEmpty();
    assertThat(index.stories(query(StoryFilterBuilder.builder().entity("tove-lind"))).stories())
        .isEmpty();
  }

  @Test
  void findsWordsInScriptsWithoutSpaces() {
    index.accept(StoryUpdate.of(StoryFixtures.open("s1", "東京の橋が閉鎖", 0)));

    assertThat(index.stories(query(StoryFilterBuilder.builder().text("橋"))).stories()).hasSize(1);
  }

  /** Checks that after any updates the pages contain the latest snapshots in order. */
  @Property(tries = 200)
  void pagesAreTheLatestSnapshotsInOrder(
      @ForAll @Size(max = 60) List<@IntRange(max = 399) Integer> changes,
      @ForAll @IntRange(min = 1, max = 7) int limit) {
    StoryCatalog all = new StoryCatalog(1_000);
    Map<String, Story> expected = new HashMap<>();
    long seq = 0;
    for (int change : changes) {
      String id = "s" + change % 10;
      int minutes = change / 10;
      if (minutes == 0) {
        expected.remove(id);
        all.accept(StoryUpdate.retired(id));
      } else {
        Story story = StoryFixtures.story(id, ++seq, Story.Status.OPEN, null, "Story", minutes);
        expected.put(id, story);
        all.accept(StoryUpdate.of(story));
      }
    }
    List<String> inOrder =
        expected.values().stream()
            .sorted(
                Comparator.comparing(Story::lastUpdated).reversed().thenComparing(Story::storyId))
            .map(Story::storyId)
            .toList();

    assertThat(readAll(all, limit)).isEqualTo(inOrder);
  }

  private static StoryQuery query(StoryFilterBuilder filter) {
    return new StoryQuery(filter.build(), 10, null);
  }

  private static List<String> readAll(StoryCatalog index, int limit) {
    List<String> read = new ArrayList<>();
    Cursor after = null;
    while (true) {
      StoryPage page = index.stories(new StoryQuery(StoryFilter.NONE, limit, after));
      read.addAll(ids(page));
      if (page.next() == null) {
        return read;
      }
      after = Cursor.decode(page.next());
    }
  }

  private static List<String> ids(StoryPage page) {
    return page.stories().stream().map(StoryListItem::storyId).toList();
  }
}
