package dev.storywire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.audit.Audit;
import dev.storywire.faults.history.GeneratedHistory;
import dev.storywire.faults.history.HistoryWriter;
import dev.storywire.faults.history.Pace;
import dev.storywire.faults.history.WireFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the service and the broker as processes and causes faults: no result is lost or duplicated,
 * and the stories are those of a run with one thread and one partition, without faults.
 *
 * <p>By default the tests are small. {@code docs/faults.md} has the commands of the large runs,
 * which set {@code faults.records}, {@code faults.kills} (of the service; there is one fault of
 * another kind for every two), {@code faults.rate} (records per second), {@code faults.seed} and
 * {@code faults.wire} (a file instead of the generated wire).
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FaultsIT {
  private static final int MOST = Integer.getInteger("faults.records", 600);
  private static final int KILLS = Integer.getInteger("faults.kills", 3);
  private static final int RATE = Integer.getInteger("faults.rate", 10);
  private static final long SEED = Long.getLong("faults.seed", 5);

  private static Path directory;
  private static BrokerProcess broker;
  private static List<GeneratedHistory.Sent> history;
  private static Audit.Report faultless;

  @BeforeAll
  static void runWithoutFaults() throws Exception {
    directory = Files.createTempDirectory(Path.of("target"), "faults").toAbsolutePath();
    broker = BrokerProcess.start(directory.resolve("broker"));
    history = history();
    faultless = without(history);
  }

  private static Audit.Report without(List<GeneratedHistory.Sent> history)
      throws InterruptedException {
    try (Deployment service =
        new Deployment(broker, directory, "faultless-" + history.size() + ".", 1, 1)) {
      service.start("one");
      Audit.Report report = audit(service, history);
      FaultRun.print("without a fault", report);
      assertThat(report.faults()).isEmpty();
      return report;
    }
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void noResultIsLostOrDuplicated() throws Exception {
    try (Deployment service = new Deployment(broker, directory, "faulty.", 4, 2)) {
      service.start("one");
      try (HistoryWriter writer = service.write(history, Pace.bursts(RATE))) {
        FaultRun run = new FaultRun(broker, service, writer, SEED);
        run.strike(faults(), 5);
        writer.await();
        List<GeneratedHistory.Sent> there = service.history();
        Audit.Report report = service.settled(there.size());
        System.out.println(run.table());
        FaultRun.print("with these faults", report);
        // a producer that loses its broker during a request may send a record twice
        Audit.Report same = there.size() == history.size() ? faultless : without(there);

        assertThat(service.results().duplicates()).isEmpty();
        assertThat(report).isEqualTo(same);
        // an instance exits by itself only if no broker answers when it starts
        assertThat(service.exits()).isLessThanOrEqualTo(run.times(Fault.KILL_BROKER));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 4, 1", "12, 2, 2"})
  void resultsAreTheSameForAnyPartitionsThreadsAndInstances(
      int partitions, int threads, int instances) throws Exception {
    String prefix = "by-%d-%d-%d.".formatted(partitions, threads, instances);
    try (Deployment service = new Deployment(broker, directory, prefix, partitions, threads);
        HistoryWriter writer = service.write(history, Pace.atOnce())) {
      for (int i = 0; i < instances; i++) {
        service.start("number-" + i);
      }
      for (Instance crashing : service.instances()) {
        int more = history.size() / (2 * instances + 2);
        assertThat(service.results().await(service.results().count() + more, Deployment.AT_MOST))
            .isTrue();
        crashing.kill();
        crashing.start();
      }
      writer.await();
      Audit.Report report = service.settled(history.size());
      FaultRun.print(
          "%d raw partitions, %d threads, %d instances, each killed once"
              .formatted(partitions, threads, instances),
          report);
      assertThat(service.results().duplicates()).isEmpty();
      assertThat(report).isEqualTo(faultless);
    }
  }

  /**
   * Tests for the defect of apache/kafka pull request 12540 (KAFKA-14172): a task that was active,
   * became a standby and was activated again without a restart still had, in its record cache, what
   * it had written in its first term, and used it instead of what the owner in between had written.
   * Here an instance gives lanes to a second one, which works for a while, is killed during its
   * transactions, and so gives them back to the standbys of the first one; twice. Stories continue
   * and items are sent again all the time, so that each term uses decisions of the one before.
   */
  @Test
  void lanesThatReturnToAFormerOwnerDoNotUseItsOldCaches() throws Exception {
    try (Deployment service = new Deployment(broker, directory, "there-and-back.", 4, 2);
        LaneOwners owners = service.owners()) {
      service.start("stays");
      decide(service, 0);
      for (int term = 0; term < 2; term++) {
        Map<Integer, String> before =
            owners.await(lanes -> lanes.size() == 4 && LaneOwners.processes(lanes).size() == 1);
        Instance other = service.start("comes-and-goes");
        Map<Integer, String> shared =
            owners.await(lanes -> lanes.size() == 4 && LaneOwners.processes(lanes).size() == 2);
        assertThat(LaneOwners.processes(shared)).containsAll(LaneOwners.processes(before));
        decide(service, 2 * term + 1);
        try (HistoryWriter writer = service.write(part(2 * term + 2), Pace.bursts(4 * RATE))) {
          service.results().watch(Duration.ofSeconds(1));
          service.kill(other);
          writer.await();
        }
      }
      Audit.Report report = service.settled(history.size());
      FaultRun.print("lanes there and back, twice", report);
      assertThat(service.results().duplicates()).isEmpty();
      assertThat(report).isEqualTo(faultless);
    }
  }

  /** Returns a fifth of the history. */
  private static List<GeneratedHistory.Sent> part(int number) {
    return history.subList(history.size() * number / 5, history.size() * (number + 1) / 5);
  }

  /** Sends a part. Returns when all records so far have results. */
  private static void decide(Deployment service, int part) throws InterruptedException {
    try (HistoryWriter writer = service.write(part(part), Pace.atOnce())) {
      writer.await();
    }
    int there = history.size() * (part + 1) / 5;
    assertThat(service.results().await(there, Deployment.AT_MOST)).isTrue();
  }

  private static Audit.Report audit(Deployment service, List<GeneratedHistory.Sent> history)
      throws InterruptedException {
    try (HistoryWriter writer = service.write(history, Pace.atOnce())) {
      writer.await();
    }
    return service.settled(history.size());
  }

  private static List<GeneratedHistory.Sent> history() throws IOException {
    String file = System.getProperty("faults.wire");
    return file == null
        ? GeneratedHistory.of(SEED, MOST, Instant.parse("2026-03-12T06:00:00Z"), step())
        : WireFile.read(Path.of(file), MOST);
  }

  /** Returns the mean time between records: three days in all, less in a run that is small. */
  private static Duration step() {
    return Duration.ofDays(3).dividedBy(Math.max(MOST, 1_000));
  }

  /** Returns each kind of fault at least once, and kills, in random order. */
  private static List<Fault> faults() {
    List<Fault> faults = new ArrayList<>(Collections.nCopies(KILLS, Fault.KILL));
    List<Fault> others = Stream.of(Fault.values()).filter(fault -> fault != Fault.KILL).toList();
    for (int i = 0; i < Math.max(others.size() + 1, KILLS / 2); i++) {
      faults.add(others.get(i % others.size()));
    }
    // from 1 to 2 and back
    faults.add(Fault.SCALE);
    Collections.shuffle(faults, new Random(SEED));
    return faults;
  }
}
