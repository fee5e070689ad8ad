package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.story.Item;
import dev.storywire.story.Wire;
import dev.storywire.story.prepare.OrderKey;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.TooCostlyException;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.PartitionStore;
import dev.storywire.topology.stores.EncodedArticle;
import dev.storywire.topology.stores.StateStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Injects faults into the rules of a lane: the record is refused and has no effect. */
class AssignFaultsTest {
  /** More store calls than most articles cause; later faults are not reached. */
  private static final int LATEST_CALL = 40;

  private final List<StateStore> stores = new ArrayList<>();
  @TempDir private Path directory;

  @AfterEach
  void closeStores() {
    stores.forEach(StateStore::close);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void continuesAsIfTheRefusedArticlesHadNotArrived(long seed) {
    List<PreparedArticle> articles = articles();
    Fault fault = new Fault();
    Random random = new Random(seed);
    Lane lane = new Lane(fault);
    Set<Integer> refused = new HashSet<>();
    for (int i = 0; i < articles.size(); i++) {
      fault.callsLeft = random.nextInt(3) == 0 ? random.nextInt(LATEST_CALL) : -1;
      fault.exception = new IllegalStateException("a fault in the rules");
      if (lane.decide(articles.get(i), i)) {
        refused.add(i);
      }
      fault.callsLeft = -1;
    }

    Lane without = new Lane(new Fault());
    for (int i = 0; i < articles.size(); i++) {
      if (!refused.contains(i)) {
        without.decide(articles.get(i), i);
      }
    }
    assertThat(refused).isNotEmpty().hasSizeLessThan(articles.size());
    assertThat(lane.codes).hasSize(refused.size()).containsOnly("internal-error");
    assertThat(lane.published).containsExactlyElementsOf(without.published);
  }

  @Test
  void refusesAnArticleThatExceedsItsBudget() {
    Fault fault = new Fault();
    fault.exception = new TooCostlyException("It needs more than 5 lookups.");
    fault.callsLeft = 3;
    Lane lane = new Lane(fault);

    assertThat(lane.decide(articles().get(0), 0)).isTrue();
    assertThat(lane.codes).containsExactly("too-costly");
    assertThat(lane.decide(articles().get(1), 1)).isFalse();
  }

  @Test
  void aFailureOfKafkaOrTheMachineStopsTheThread() {
    Fault fault = new Fault();
    fault.exception = new KafkaException("the broker is gone");
    fault.callsLeft = 3;
    Lane lane = new Lane(fault);
    assertThatThrownBy(() -> lane.decide(articles().get(0), 0)).isSameAs(fault.exception);

    Fault error = new Fault();
    error.error = new OutOfMemoryError("no heap");
    error.callsLeft = 3;
    Lane other = new Lane(error);
    assertThatThrownBy(() -> other.decide(articles().get(0), 0)).isSameAs(error.error);
  }

  /** Returns a morning of news, followed by resends and copies under other uris. */
  private static List<PreparedArticle> articles() {
    List<PreparedArticle> articles = new ArrayList<>();
    for (Item item : Wire.messages()) {
      articles.add(item.prepared());
    }
    for (Item item : Wire.messages()) {
      articles.add(item.at(item.sent().plusSeconds(7_200)).prepared());
    }
    return articles;
  }

  /** Throws an exception at a chosen call to the store of a lane. */
  private static final class Fault implements UnaryOperator<PartitionStore> {
    private int callsLeft = -1;
    private RuntimeException exception = new IllegalStateException();
    private @Nullable Error error;

    @Override
    public PartitionStore apply(PartitionStore store) {
      return new PartitionStore() {
        @Override
        public dev.storywire.story.state.@Nullable ArticleRecord article(String uri) {
          return store.article(uri);
        }

        @Override
        public @Nullable Long clock(String lane) {
          return store.clock(lane);
        }

        @Override
        public Set<String> lanes() {
          return store.lanes();
        }

        @Override
        public LaneStore lane(String name) {
          return faulty(store.lane(name));
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
                  if (error != null) {
                    throw error;
                  }
                  throw exception;
                }
                try {
                  return method.invoke(store, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  /** An assign processor with its stores and outputs. */
  private final class Lane {
    private final MockProcessorContext<String, byte[]> context;
    private final Assign assign;
    private final List<String> published = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    Lane(Fault fault) {
      try {
        Path own = Files.createTempDirectory(directory, "lane");
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), own.toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      for (var builder : StateStores.assign(Map.of())) {
        StateStore store = builder.withLoggingDisabled().withCachingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        stores.add(store);
      }
      assign = new Assign(LaneSettings.defaults(), "storywire.raw", 1, FlowListener.NONE, fault);
      assign.init(context);
    }

    /** Decides an article; returns true if it was refused. */
    boolean decide(PreparedArticle article, int offset) {
      OrderKey key = new OrderKey(article.orderTime(), article.uri(), article.version());
      byte[] payload = EncodedArticle.of(article).bytes();
      int before = codes.size();
      context.resetForwards();
      assign.process(
          new Record<>(
              null, new PreparedRecord.Article(key, 0, offset, false, payload), key.orderTime()));
      context
          .forwarded()
          .forEach(
              sent -> {
                Record<? extends String, ? extends byte[]> record = sent.record();
                var code = record.headers().lastHeader(DeadLetterHeaders.CODE);
                if (code != null) {
                  codes.add(new String(code.value(), StandardCharsets.UTF_8));
                } else {
                  String value =
                      record.value() == null
                          ? "tombstone"
                          : new String(record.value(), StandardCharsets.UTF_8);
                  published.add(record.key() + " " + value);
                }
              });
      return codes.size() > before;
    }
  }
}
