package dev.storywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.prepare.Advisory;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.InMemoryLaneStore;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.LaneStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that a lane that is rebuilt from its store, as after a restart, decides as the lane that
 * goes on: its memory is a pure function of the store.
 */
class RebuiltLaneTest {
  /** Short windows, so that articles and stories expire too. */
  private static final LaneSettings SETTINGS =
      new LaneSettings(Duration.ofHours(3), Duration.ofHours(6), true, true);

  private static final Duration APART = Duration.ofMinutes(10);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void decidesAsTheLaneThatGoesOn(long seed) {
    check(seed, StoryModels.shipped());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void repairsAsTheLaneThatGoesOn(boolean splits) {
    for (long seed = 1; seed <= 4; seed++) {
      check(seed, Desk.eagerModels(splits));
    }
  }

  @Test
  void deletesTheSignaturesThatAnEarlierReleaseKeptForTheLane() {
    InMemoryLaneStore store = new InMemoryLaneStore();
    store.putMemory(LaneStore.Memory.SIGNATURES, "urn:a", new byte[] {1});

    Lane unused = new Lane("en", SETTINGS, store);

    assertThat(store.memories(LaneStore.Memory.SIGNATURES)).isEmpty();
  }

  private static void check(long seed, StoryModels models) {
    List<Item> items = items(seed);
    Lane lane = new Lane("en", SETTINGS, new InMemoryLaneStore(), models);
    List<List<LaneOutput>> expected = new ArrayList<>();
    items.forEach(item -> expected.add(take(lane, item)));

    InMemoryLaneStore restored = new InMemoryLaneStore();
    List<List<LaneOutput>> actual = new ArrayList<>();
    for (Item item : items) {
      actual.add(take(new Lane("en", SETTINGS, restored, models), item));
    }
    assertThat(actual).isEqualTo(expected);
  }

  /** Returns each message four times in random order, ten minutes apart. */
  private static List<Item> items(long seed) {
    List<Item> items = new ArrayList<>();
    for (int times = 0; times < 4; times++) {
      items.addAll(Wire.messages());
    }
    Collections.shuffle(items, new Random(seed));
    for (int i = 0; i < items.size(); i++) {
      items.get(i).at(Item.NOON.plus(APART.multipliedBy(i)));
    }
    return items;
  }

  private static List<LaneOutput> take(Lane lane, Item item) {
    PreparedArticle article = item.prepared();
    List<LaneOutput> outputs = new ArrayList<>();
    for (Advisory advisory : article.advisories()) {
      if (advisory.uri() != null) {
        outputs.addAll(lane.applyAdvisory(advisory, article));
      }
    }
    outputs.addAll(lane.accept(article));
    return outputs;
  }
}
