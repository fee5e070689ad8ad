package dev.storywire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The service as processes, with a broker as a process, under faults: nothing is lost, nothing
 * doubled, and the stories are those of a run without any.
 *
 * <p>Small here. {@code docs/faults.md} has the command of the large run, which sets {@code
 * faults.records}, {@code faults.kills} (of the service; one fault of another kind comes with every
 * two), {@code faults.rate} (records a second) and {@code faults.seed}.
 */
class FaultsIT {
  private static final int RECORDS = Integer.getInteger("faults.records", 1_500);
  private static final int KILLS = Integer.getInteger("faults.kills", 3);
  private static final int RATE = Integer.getInteger("faults.rate", 25);
  private static final long SEED = Long.getLong("faults.seed", 5);

  private static Path directory;
  private static BrokerProcess broker;
  private static List<MadeUpWire.Sent> history;
  private static Audit.Report faultless;

  @BeforeAll
  static void runWithoutFaults() throws Exception {
    directory = Files.createTempDirectory(Path.of("target"), "faults").toAbsolutePath();
    broker = BrokerProcess.start(directory.resolve("broker"));
    history = MadeUpWire.of(SEED, RECORDS, Duration.ofDays(3).dividedBy(RECORDS));
    faultless = told("faultless.", Map.of("raw.partitions", "1", "threads", "1"), List.of("one"));
    assertThat(faultless.faults()).isEmpty();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void nothingIsLostOrDoubledWhateverIsKilledWhen() throws Exception {
    try (Service service = new Service(broker, directory, "faulty.", Map.of())) {
      service.start("one");
      try (Feed feed = service.feed(history, RATE)) {
        FaultRun run = new FaultRun(broker, service, feed, SEED);
        run.strike(faults(), 5);
        feed.await();
        Audit.Report told = service.settled(RECORDS);
        System.out.println(run.table());
        System.out.println(summary("without a fault", faultless));
        System.out.println(summary("with these", told));

        assertThat(service.answers().doubles()).isEmpty();
        assertThat(told.faults()).isEmpty();
        assertThat(told).isEqualTo(faultless);
        assertThat(run.gone()).isZero();
      }
    }
  }

  private static String summary(String run, Audit.Report told) {
    return "%s: %,d raw records, %,d verdicts, %,d dead letters, %,d stories, %,d events, digest %s%s"
        .formatted(
            run,
            told.raw(),
            told.verdicts(),
            told.deadLetters(),
            told.stories(),
            told.events(),
            told.digest().substring(0, 16),
            told.faults().isEmpty() ? "" : ", FAULTS " + told.faults());
  }

  /** Each kind at least once, and kills between them. */
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

  private static Audit.Report told(
      String prefix, Map<String, String> settings, List<String> instances)
      throws InterruptedException, IOException {
    try (Service service = new Service(broker, directory, prefix, settings)) {
      instances.forEach(service::start);
      try (Feed feed = service.feed(history, Double.POSITIVE_INFINITY)) {
        feed.await();
      }
      return service.settled(RECORDS);
    }
  }
}
