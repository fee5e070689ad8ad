package dev.storywire.topology.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.story.state.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class LaneDeadlinesTest {
  private final RecordingStore recorded =
      new RecordingStore("deadlines", new MockProcessorContext<Void, Void>());
  private final BufferedStore<Bytes, byte[]> store =
      new BufferedStore<>(recorded.store(), Comparator.naturalOrder());
  private final LaneDeadlines deadlines = new LaneDeadlines("en", store);

  @Test
  void returnsDeadlinesInOrderOfTime() {
    deadlines.schedule(at(30));
    deadlines.schedule(at(10));
    deadlines.schedule(at(20));

    assertThat(deadlines.pollDue(5)).isNull();
    assertThat(poll(25)).containsExactly(10L, 20L);
    assertThat(poll(25)).isEmpty();
    assertThat(poll(40)).containsExactly(30L);
  }

  @Test
  void returnsOverdueDeadlinesFirst() {
    deadlines.schedule(at(100));
    assertThat(poll(100)).containsExactly(100L);

    deadlines.schedule(at(120));
    deadlines.schedule(at(50));
    deadlines.schedule(at(100));
    deadlines.schedule(at(40));

    assertThat(poll(110)).containsExactly(40L, 50L, 100L);
    assertThat(poll(130)).containsExactly(120L);
  }

  @Test
  void doesNotReadTheRangeOfPastDeadlinesAgain() {
    for (long time = 1; time <= 1_000; time++) {
      deadlines.schedule(at(time));
    }
    assertThat(poll(1_000)).hasSize(1_000);
    List<Bytes> scans = recorded.scans();
    Bytes lastScan = scans.get(scans.size() - 1);
    scans.clear();

    for (long late = 1; late <= 100; late++) {
      deadlines.schedule(at(late));
      deadlines.schedule(at(1_000 + 2 * late));
      assertThat(poll(1_000 + late)).contains(late);
    }
    assertThat(scans).isNotEmpty().allMatch(from -> from.compareTo(lastScan) >= 0);
  }

  @Test
  void findsTheDeadlinesOfAnEarlierRun() {
    deadlines.schedule(at(10));
    deadlines.schedule(at(30));
    assertThat(poll(20)).containsExactly(10L);
    deadlines.schedule(at(5));
    store.commit();

    LaneDeadlines restarted = new LaneDeadlines("en", store);
    assertThat(restarted.pollDue(30)).isEqualTo(at(5));
    assertThat(restarted.pollDue(30)).isEqualTo(at(30));
    assertThat(restarted.pollDue(30)).isNull();
  }

  @Test
  void agreesWithASortedSet() {
    Random random = new Random(7);
    TreeSet<Long> expected = new TreeSet<>();
    for (long clock = 0; clock < 3_000; clock += random.nextInt(30)) {
      for (int i = random.nextInt(4); i > 0; i--) {
        long time = clock + random.nextInt(400) - 200;
        deadlines.schedule(at(time));
        expected.add(time);
      }
      assertThat(poll(clock)).containsExactlyElementsOf(expected.headSet(clock, true));
      expected.headSet(clock, true).clear();
    }
  }

  private static Deadline at(long time) {
    return new Deadline(time, Deadline.Kind.CLOSE_STORY, "story");
  }

  /** Returns the times of all deadlines that are due, and writes the changes. */
  private List<Long> poll(long now) {
    List<Long> times = new ArrayList<>();
    for (Deadline due = deadlines.pollDue(now); due != null; due = deadlines.pollDue(now)) {
      times.add(due.at());
    }
    store.commit();
    return times;
  }
}
