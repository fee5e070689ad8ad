package dev.storywire.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.story.Item;
import dev.storywire.story.Lane;
import dev.storywire.story.state.LaneSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLayoutTest {
  private final List<StateStore> stores = new ArrayList<>();
  @TempDir private Path directory;
  private MockProcessorContext<String, byte[]> context;
  private KeyValueStore<String, Long> lanes;

  @BeforeEach
  void openStores() {
    context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), directory.toFile());
    for (var builder : StateStores.assign(Map.of())) {
      StateStore store = builder.withLoggingDisabled().withCachingDisabled().build();
      store.init(context.getStateStoreContext(), store);
      context.addStateStore(store);
      stores.add(store);
    }
    lanes = context.getStateStore(StateStores.LANES);
  }

  @AfterEach
  void closeStores() {
    stores.forEach(StateStore::close);
  }

  @Test
  void newStoresGetTheLayoutWithTheirFirstChangeAndAreReadAgain() {
    UnitOfWork work = new UnitOfWork(context);
    assertThat(lanes.get(StoreLayout.KEY)).isNull();
    var unused =
        new Lane("en", LaneSettings.defaults(), work.lane("en"))
            .accept(Item.of("urn:a", "Kelsund port shuts", "The port was closed.").prepared());
    work.commit();
    assertThat(lanes.get(StoreLayout.KEY)).isEqualTo(SmileSerde.LAYOUT);
    assertThat(new UnitOfWork(context).article("urn:a")).isNotNull();
  }

  @Test
  void storesOfAReleaseThatWroteNoLayoutAreRefused() {
    lanes.put("en", 1L);
    assertThatThrownBy(() -> new UnitOfWork(context))
        .isInstanceOf(StoreLayoutException.class)
        .hasMessageContaining("an older layout")
        .hasMessageContaining("Replay and promote");
  }

  @Test
  void storesOfAnotherLayoutAreRefused() {
    lanes.put(StoreLayout.KEY, 99L);
    assertThatThrownBy(() -> new UnitOfWork(context))
        .isInstanceOf(StoreLayoutException.class)
        .hasMessageContaining("layout 99");
  }
}
