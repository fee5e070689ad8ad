package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.prepare.OrderKey;
import dev.storywire.story.state.LaneOutput;
import dev.storywire.topology.stores.RecordingStore;
import dev.storywire.topology.stores.StateStores;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the order of one lane partition over two raw partitions with a grace of 50 ms. */
class OrderTest {
  private static final long[] NOT_TO_THE_END = {};

  private long waiting;
  private RawEndOffsets.Reading ends =
      new RawEndOffsets.Reading(0, 0, new long[2], new long[2], new long[2]);
  private final Order order =
      new Order(
          2,
          Duration.ofMillis(50),
          () -> ends,
          new CommitPacer(Duration.ofMillis(100)),
          new FlowListener() {
            @Override
            public void decided(LaneOutput output) {}

            @Override
            public void refused(String stage, String code) {}

            @Override
            public void waiting(int lanePartition, long records) {
              waiting = records;
            }
          });
  private RecordingStore held;
  private MockProcessorContext<Void, PreparedRecord> context;

  /** Starts the processor with empty stores. */
  @BeforeEach
  void start() {
    context = new MockProcessorContext<>();
    context.setCurrentSystemTimeMs(0);
    held = new RecordingStore(StateStores.ORDER, context);
    context.addStateStore(held.store());
    order.init(context);
  }

  @Test
  void holdsAnArticleUntilAllPartitionsAreReadPastIt() {
    read(item("b", 1, 1020));
    read(item("a", 0, 1000));
    assertThat(gone()).isEmpty();
    assertThat(waiting).isEqualTo(2);

    read(item("c", 1, 2000));
    read(item("d", 0, 1100));
    assertThat(gone()).containsExactly("a", "b");
    assertThat(waiting).isEqualTo(2);
    start(); // with empty stores
    read(item("e", 1, 3000));
    assertThat(waiting).isEqualTo(1);
  }

  @Test
  void releasesALateArticleWithoutHoldingIt() {
    read(item("a", 0, 2000));
    read(item("b", 1, 1900));
    assertThat(gone()).isEmpty();
    assertThat(held.writes()).hasSize(2);

    read(item("late", 1, 1000));
    assertThat(gone()).containsExactly("late");
    assertThat(held.writes()).hasSize(2);

    read(item("c", 1, 3000));
    read(item("d", 0, 3000));
    assertThat(gone()).containsExactly("late", "b", "a");
  }

  @Test
  void discardsTheProgressOfAnAbortedTransaction() {
    read(item("b", 1, 1020));
    read(item("a", 0, 1000));
    read(item("c", 1, 2000));
    read(item("d", 0, 1100));

    start(); // the same processor, with stores that have only committed records
    read(item("b", 1, 1020));
    assertThat(gone()).isEmpty(); // "a" has not been read yet
    read(item("a", 0, 1000));
    read(item("c", 1, 2000));
    read(item("d", 0, 1100));
    assertThat(gone()).containsExactly("a", "b");
  }

  @Test
  void doesNotReleaseAnEmbargoedArticleEarlyInALull() {
    read(embargoed("e", 0, 5000));
    read(new PreparedRecord.ProgressMark(0, 1000, new long[] {1, 0}));
    read(new PreparedRecord.ProgressMark(1, 1000, new long[] {1, 0}));
    ends = new RawEndOffsets.Reading(1, 5050, new long[] {1, 0}, new long[] {1, 0}, new long[2]);
    punctuate();
    assertThat(gone()).isEmpty();

    ends = new RawEndOffsets.Reading(2, 5051, new long[] {1, 0}, new long[] {1, 0}, new long[2]);
    punctuate();
    assertThat(gone()).containsExactly("e");
  }

  @Test
  void anEmbargoedArticleWaitsForEarlierUnreadRecords() {
    read(embargoed("e", 0, 5000));
    read(new PreparedRecord.ProgressMark(0, 1000, new long[] {1, 0}));
    read(new PreparedRecord.ProgressMark(1, 1000, new long[] {1, 0}));
    // the service was down: there is an unread article in partition 1
    ends = new RawEndOffsets.Reading(1, 9000, new long[] {1, 1}, new long[] {1, 1}, new long[2]);
    punctuate();
    assertThat(gone()).isEmpty();

    read(item("a", 1, 4000));
    read(new PreparedRecord.ProgressMark(0, 1000, new long[] {1, 1}));
    read(new PreparedRecord.ProgressMark(1, 4000, new long[] {1, 1}));
    assertThat(gone()).containsExactly("a", "e");
  }

  @Test
  void releasesAnEmbargoedArticleByHistoryAlone() {
    read(embargoed("e", 0, 5000));
    read(new PreparedRecord.ProgressMark(0, 5051, NOT_TO_THE_END));
    assertThat(gone()).isEmpty();
    read(new PreparedRecord.ProgressMark(1, 5051, NOT_TO_THE_END));
    assertThat(gone()).containsExactly("e");
  }

  private void read(PreparedRecord frame) {
    order.process(new Record<>(null, PreparedRecord.encode(frame), 0));
  }

  private void punctuate() {
    context.scheduledPunctuators().get(0).getPunctuator().punctuate(0);
  }

  private List<String> gone() {
    return context.forwarded().stream()
        .map(sent -> ((PreparedRecord.Article) sent.record().value()).orderKey().uri())
        .toList();
  }

  private static PreparedRecord.Article item(String uri, int partition, long time) {
    return new PreparedRecord.Article(new OrderKey(time, uri, 1), partition, 0, false, new byte[0]);
  }

  private static PreparedRecord.Article embargoed(String uri, int partition, long until) {
    return new PreparedRecord.Article(new OrderKey(until, uri, 1), partition, 0, true, new byte[0]);
  }
}
