package dev.storywire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.audit.Audit;
import dev.storywire.faults.history.GeneratedHistory;
import dev.storywire.faults.history.HistoryWriter;
import dev.storywire.faults.history.Pace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Upgrades two instances of another release, one after the other, while a wire is sent. No result
 * is lost or duplicated. If both releases decide this wire alike, the stories are the same as well.
 *
 * <p>Run by hand: {@code docs/faults.md} has the command. {@code upgrade.from} is the directory of
 * a checkout of the other release, built with {@code ./storywire build}.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class RollingUpgradeByHand {
  private static final int RECORDS = Integer.getInteger("upgrade.records", 1_200);
  private static final int RATE = Integer.getInteger("upgrade.rate", 10);
  private static final long SEED = 11;

  /** Time between the crash and the restart, longer than the session. */
  private static final Duration AWAY = Duration.ofSeconds(15);

  private final List<GeneratedHistory.Sent> history =
      GeneratedHistory.of(
          SEED, RECORDS, Instant.parse("2026-03-12T06:00:00Z"), Duration.ofMinutes(3));

  private Path directory;
  private BrokerProcess broker;

  @BeforeEach
  void startBroker() throws Exception {
    directory = Files.createTempDirectory(Path.of("target"), "upgrade").toAbsolutePath();
    broker = BrokerProcess.start(directory.resolve("broker"));
  }

  @AfterEach
  void stopBroker() {
    broker.close();
  }

  /**
   * Upgrades both instances.
   *
   * @param crash whether the first one is killed when only it is upgraded, so that the lanes return
   *     to the other release for some seconds
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void twoInstancesAreUpgradedUnderLoad(boolean crash) throws Exception {
    String from = release();
    Audit.Report before = withoutUpgrade("before.", from);
    Audit.Report after = withoutUpgrade("after.", null);

    try (Deployment service = new Deployment(broker, directory, "upgraded.", 4, 2)) {
      Instance one = service.start("one", from);
      Instance two = service.start("two", from);
      try (HistoryWriter writer = service.write(history, Pace.bursts(RATE))) {
        upgrade(service, one, RECORDS / 3);
        if (crash) {
          crash(service, one, RECORDS / 2);
        }
        upgrade(service, two, 2 * RECORDS / 3);
        writer.await();
      }
      Audit.Report report = service.settled(RECORDS);
      FaultRun.print("with an upgrade of each instance", report);

      assertThat(service.results().duplicates()).isEmpty();
      assertThat(report.faults()).isEmpty();
      assertThat(service.results().count()).isEqualTo(RECORDS);
      assertThat(report.deadLetters()).isEqualTo(after.deadLetters());
      if (before.equals(after)) {
        assertThat(report).isEqualTo(after);
      }
    }
  }

  private static void crash(Deployment service, Instance instance, int results) throws Exception {
    assertThat(service.results().await(results, Deployment.AT_MOST)).isTrue();
    instance.kill();
    service.results().watch(AWAY);
    System.out.printf(
        "%s killed after %,d results, started again after %,d; exited: %s%n",
        instance.name(),
        results,
        service.results().count(),
        service.instances().stream().filter(Instance::isGone).map(Instance::name).toList());
    service.instances().stream().filter(Instance::isGone).forEach(Instance::start);
  }

  private static void upgrade(Deployment service, Instance instance, int results) {
    assertThat(service.results().await(results, Deployment.AT_MOST)).isTrue();
    instance.upgrade();
    System.out.printf("%s upgraded after %,d results%n", instance.name(), results);
  }

  private Audit.Report withoutUpgrade(String prefix, @Nullable String release) throws Exception {
    try (Deployment service = new Deployment(broker, directory, prefix, 1, 1);
        HistoryWriter writer = service.write(history, Pace.atOnce())) {
      service.start("one", release);
      writer.await();
      Audit.Report report = service.settled(RECORDS);
      FaultRun.print(release == null ? "this release" : "the other release", report);
      return report;
    }
  }

  private static String release() {
    String directory = System.getProperty("upgrade.from");
    assertThat(directory).as("-Dupgrade.from, a built checkout of the other release").isNotNull();
    return directory + "/streams-app/target/*:" + directory + "/streams-app/target/lib/*";
  }
}
