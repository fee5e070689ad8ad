package dev.storywire.topology;

import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.PartitionStore;
import dev.storywire.story.state.SignatureStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Throws an exception at a chosen call to the store of a lane, once it is scheduled. */
final class StoreFault implements UnaryOperator<PartitionStore> {
  private final Throwable fault;
  private int callsLeft = -1;

  /**
   * Creates a fault that is not scheduled.
   *
   * @param fault an unchecked exception or an error
   */
  StoreFault(Throwable fault) {
    this.fault = fault;
  }

  /** Throws after this number of calls; a negative number cancels the fault. */
  void schedule(int calls) {
    callsLeft = calls;
  }

  @Override
  public PartitionStore apply(PartitionStore store) {
    return new PartitionStore() {
      @Override
      public @Nullable ArticleRecord article(String uri) {
        return store.article(uri);
      }

      @Override
      public @Nullable Long clock(String lane) {
        return store.clock(lane);
      }

      @Override
      public LaneStore lane(String name) {
        return faulty(store.lane(name));
      }

      @Override
      public SignatureStore signatures() {
        return store.signatures();
      }
    };
  }

  private LaneStore faulty(LaneStore store) {
    return (LaneStore)
        Proxy.newProxyInstance(
            LaneStore.class.getClassLoader(),
            new Class<?>[] {LaneStore.class},
            (proxy, method, arguments) -> {
              if (callsLeft-- == 0) {
                throw fault;
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
