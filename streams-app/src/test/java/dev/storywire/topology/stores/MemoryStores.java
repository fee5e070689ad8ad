package dev.storywire.topology.stores;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of the assign step in memory, for tests that make many of them. */
public final class MemoryStores {
  private MemoryStores() {}

  /** Adds empty stores to a context. */
  public static void add(MockProcessorContext<String, byte[]> context) {
    for (StoreBuilder<?> builder : StateStores.assign(Stores::inMemoryKeyValueStore, Map.of())) {
      StateStore store = builder.withLoggingDisabled().withCachingDisabled().build();
      store.init(context.getStateStoreContext(), store);
      context.addStateStore(store);
    }
  }
}
