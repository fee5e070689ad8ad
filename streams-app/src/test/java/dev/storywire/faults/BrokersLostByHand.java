package dev.storywire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.audit.Audit;
import dev.storywire.faults.history.GeneratedHistory;
import dev.storywire.faults.history.HistoryWriter;
import dev.storywire.faults.history.Pace;
import dev.storywire.schemas.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Kills brokers of a cluster of three, of which two must have each record: no result is lost or
 * duplicated, and the stories are those of a run without faults.
 *
 * <p>Run by hand: {@code docs/faults.md} has the command. The properties are {@code
 * brokers.records}, {@code brokers.rate} (records per second), {@code brokers.rounds} and {@code
 * brokers.away} (the longest time without brokers, in seconds).
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class BrokersLostByHand {
  private static final int RECORDS = Integer.getInteger("brokers.records", 2_000);
  private static final int RATE = Integer.getInteger("brokers.rate", 10);
  private static final int ROUNDS = Integer.getInteger("brokers.rounds", 2);
  private static final int AWAY = Integer.getInteger("brokers.away", 15);
  private static final long SEED = Long.getLong("brokers.seed", 3);
  private static final Duration AT_WORK_WITHIN = Duration.ofMinutes(2);

  private final long begin = System.nanoTime();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<GeneratedHistory.Sent> history =
      GeneratedHistory.of(
          SEED,
          RECORDS,
          Instant.parse("2026-03-12T06:00:00Z"),
          Duration.ofDays(1).dividedBy(RECORDS));

  private Path directory;
  private ThreeBrokers brokers;

  @BeforeEach
  void startBrokers() throws Exception {
    directory = Files.createTempDirectory(Path.of("target"), "brokers").toAbsolutePath();
    brokers = ThreeBrokers.start(directory);
  }

  @AfterEach
  void stopBrokers() {
    brokers.close();
  }

  @Test
  void noResultIsLostOrDuplicated() throws Exception {
    try (Deployment service = service("brokers.", 4, 2)) {
      List<String> topics = Stream.of(Topic.values()).map(t -> t.name("brokers.")).toList();
      brokers.awaitInSync(topics);
      service.start("one");
      try (HistoryWriter writer = service.write(history, Pace.bursts(RATE))) {
        for (int round = 0; round < ROUNDS; round++) {
          for (Loss loss : Loss.values()) {
            awaitWork(service);
            lose(loss, service, writer);
            brokers.awaitInSync(topics);
          }
        }
        writer.await();
      }
      List<GeneratedHistory.Sent> there = service.history();
      Audit.Report report = service.settled(there.size());
      say("with these faults: " + report);
      assertThat(service.results().duplicates()).isEmpty();
      assertThat(there).hasSizeGreaterThanOrEqualTo(history.size());
      assertThat(report).isEqualTo(without(there));
    }
  }

  /** Brokers that are lost at the same time. */
  private enum Loss {
    ONE,
    LEADER,
    TWO,
    ALL
  }

  private void lose(Loss loss, Deployment service, HistoryWriter writer) throws Exception {
    int leader = brokers.leader(Topic.PREPARED.name("brokers."));
    List<Integer> others = ThreeBrokers.ALL.stream().filter(broker -> broker != leader).toList();
    List<Integer> lost =
        switch (loss) {
          case ONE -> others.subList(0, 1);
          case LEADER -> List.of(leader);
          case TWO -> List.of(leader, others.get(0));
          case ALL -> ThreeBrokers.ALL;
        };
    lost.forEach(brokers::kill);
    say("lost " + lost + ", leader " + leader + "; " + writer.sent() + " sent");
    if (lost.size() == 1) {
      awaitWork(service); // two brokers are enough
    } else {
      service.results().watch(Duration.ofMillis(1000L * AWAY / 2 + random.nextInt(500 * AWAY)));
    }
    say(
        "start "
            + lost
            + "; "
            + writer.sent()
            + " sent, "
            + service.results().count()
            + " decided");
    lost.forEach(brokers::start);
  }

  /** Waits until a record is decided, if one is left. */
  private void awaitWork(Deployment service) {
    int next = Math.min(service.results().count() + 1, RECORDS);
    assertThat(service.results().await(next, AT_WORK_WITHIN)).isTrue();
  }

  private Audit.Report without(List<GeneratedHistory.Sent> history) throws InterruptedException {
    try (Deployment service = service("faultless.", 1, 1)) {
      service.start("one");
      try (HistoryWriter writer = service.write(history, Pace.atOnce())) {
        writer.await();
      }
      Audit.Report report = service.settled(history.size());
      say("without faults: " + report);
      assertThat(report.faults()).isEmpty();
      return report;
    }
  }

  private Deployment service(String prefix, int rawPartitions, int threads) {
    return new Deployment(
        brokers,
        directory,
        prefix,
        Map.of("raw.partitions", "" + rawPartitions, "threads", "" + threads));
  }

  private void say(String what) {
    System.out.printf("%7.1f s  %s%n", (System.nanoTime() - begin) / 1e9, what);
  }
}
