package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.schemas.NewsItem;
import dev.storywire.story.Item;
import dev.storywire.story.Wire;
import dev.storywire.story.prepare.LaneRule;
import dev.storywire.story.prepare.Preparation;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.RefusedItemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Injects faults into the preparation of items: the record is refused, and the flow continues. */
class PrepareFaultsTest {
  private static final RawEndOffsets NO_ENDS =
      () -> new RawEndOffsets.Reading(0, 0, new long[0], new long[0], new long[0]);

  private final Preparation preparation = new Preparation(LaneRule.parse("language"));
  private final List<Item> items = Wire.messages();

  @Test
  void continuesAsIfTheRefusedItemsHadNotArrived() {
    Set<Integer> faulty = Set.of(0, 3, 4, items.size() - 1);
    Run run = new Run(faulty, new IllegalStateException("a fault in the rules"));
    for (int i = 0; i < items.size(); i++) {
      run.process(i);
    }

    Run without = new Run(Set.of(), null);
    for (int i = 0; i < items.size(); i++) {
      if (!faulty.contains(i)) {
        without.process(i);
      }
    }
    assertThat(run.codes).hasSize(faulty.size()).containsOnly("internal-error");
    assertThat(run.prepared).hasSize(items.size() - faulty.size());
    assertThat(run.prepared).containsExactlyElementsOf(without.prepared);
  }

  @Test
  void refusesAnItemThatExceedsItsBudget() {
    Run run =
        new Run(Set.of(0), new RefusedItemException("too-costly", "It has more than 5 tokens."));
    run.process(0);
    run.process(1);
    assertThat(run.codes).containsExactly("too-costly");
    assertThat(run.prepared).hasSize(1);
  }

  @Test
  void aFailureOfTheMachineStopsTheThread() {
    OutOfMemoryError error = new OutOfMemoryError("no heap");
    Run run = new Run(Set.of(0), error);
    assertThatThrownBy(() -> run.process(0)).isSameAs(error);
  }

  /** A prepare processor that fails at chosen items, and its outputs. */
  private final class Run {
    private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
    private final List<String> prepared = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final Prepare prepare;
    private boolean fails;

    private final Set<Integer> faulty;

    Run(Set<Integer> faulty, @Nullable Throwable fault) {
      this.faulty = faulty;
      this.prepare =
          new Prepare(
              (item, version, eventTime) -> read(item, version, eventTime, fault),
              false,
              new SettledEndOffsets(NO_ENDS, 1),
              Duration.ofMillis(10),
              new CommitPacer(Duration.ofMillis(100)),
              FlowListener.NONE);
      prepare.init(context);
    }

    private PreparedArticle read(
        NewsItem item, int version, long eventTime, @Nullable Throwable fault) {
      if (fails && fault instanceof Error error) {
        throw error;
      }
      if (fails && fault instanceof RuntimeException exception) {
        throw exception;
      }
      return preparation.prepare(item, version, eventTime);
    }

    void process(int index) {
      Item item = items.get(index);
      fails = faulty.contains(index);
      context.resetForwards();
      context.setRecordMetadata("storywire.raw", 0, index);
      prepare.process(new Record<>(null, item.bytes(), item.sent().toEpochMilli()));
      context.forwarded().forEach(sent -> add(sent.record()));
    }

    private void add(Record<? extends byte[], ? extends byte[]> output) {
      Header code = output.headers().lastHeader(DeadLetterHeaders.CODE);
      if (code != null) {
        codes.add(new String(code.value(), StandardCharsets.UTF_8));
      } else {
        prepared.add(HexFormat.of().formatHex(output.value()));
      }
    }
  }
}
