package dev.storywire.topology.stores;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** A store in memory that records the keys it writes and the first key of each range it reads. */
public final class RecordingStore {
  private final List<Bytes> writes = new ArrayList<>();
  private final List<Bytes> scans = new ArrayList<>();
  private final KeyValueStore<Bytes, byte[]> store;

  /** Creates an empty store with a name and initialises it. */
  public RecordingStore(String name, MockProcessorContext<?, ?> context) {
    KeyValueStore<Bytes, byte[]> memory =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .withCachingDisabled()
            .build();
    memory.init(context.getStateStoreContext(), memory);
    this.store = recording(memory);
  }

  /** Returns the store. */
  public KeyValueStore<Bytes, byte[]> store() {
    return store;
  }

  /** Returns the keys written, in order. */
  public List<Bytes> writes() {
    return writes;
  }

  /** Returns the first keys of the ranges read, in order. */
  public List<Bytes> scans() {
    return scans;
  }

  @SuppressWarnings("unchecked")
  private KeyValueStore<Bytes, byte[]> recording(KeyValueStore<Bytes, byte[]> memory) {
    return (KeyValueStore<Bytes, byte[]>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {KeyValueStore.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "put" -> writes.add((Bytes) arguments[0]);
                case "range" -> scans.add((Bytes) arguments[0]);
                default -> {}
              }
              return method.invoke(memory, arguments);
            });
  }
}
