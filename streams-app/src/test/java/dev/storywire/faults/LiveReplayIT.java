package dev.storywire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storywire.app.audit.Audit;
import dev.storywire.faults.history.GeneratedHistory;
import dev.storywire.faults.history.HistoryWriter;
import dev.storywire.faults.history.Pace;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Compares a wire that is sent in real time, with a kill of the service, with its replay. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LiveReplayIT {
  private static final long SEED = Long.getLong("faults.seed", 5);

  /** The grace tolerates delayed live records on a busy test machine. */
  private static final Map<String, String> LIVE =
      Map.of("raw.partitions", "4", "threads", "2", "grace.ms", "1000");

  private static Path directory;
  private static BrokerProcess broker;

  @BeforeAll
  static void startBroker() throws Exception {
    directory = Files.createTempDirectory(Path.of("target"), "live").toAbsolutePath();
    broker = BrokerProcess.start(directory.resolve("broker"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void aLiveRunWithEmbargoesAndAKillEqualsItsReplay() throws Exception {
    List<GeneratedHistory.Sent> live =
        embargoed(
            GeneratedHistory.of(SEED, 400, Instant.now().plusSeconds(12), Duration.ofMillis(25)));
    Audit.Report report;
    try (Deployment service = new Deployment(broker, directory, "live.", LIVE)) {
      Instance one = service.start("one");
      try (HistoryWriter writer = service.write(live, Pace.live())) {
        assertThat(service.results().await(200, Deployment.AT_MOST)).isTrue();
        one.kill();
        one.start();
        writer.await();
      }
      report = service.settled(live.size());
      FaultRun.print("live, with embargoes", report);
    }
    try (Deployment service = new Deployment(broker, directory, "again.", 12, 4)) {
      try (HistoryWriter writer = service.write(live, Pace.atOnce())) {
        writer.await();
      }
      service.start("one");
      Audit.Report again = service.settled(live.size());
      FaultRun.print("the same history, replayed", again);
      assertThat(report.faults()).isEmpty();
      assertThat(again).isEqualTo(report);
    }
  }

  /** Returns the history with every twentieth item under embargo for one to four seconds. */
  private static List<GeneratedHistory.Sent> embargoed(List<GeneratedHistory.Sent> history)
      throws IOException {
    SplittableRandom chance = new SplittableRandom(SEED);
    List<GeneratedHistory.Sent> embargoed = new ArrayList<>();
    for (GeneratedHistory.Sent sent : history) {
      boolean hold = embargoed.size() % 20 == 19 && !sent.key().startsWith("broken");
      if (hold) {
        ObjectNode item = (ObjectNode) Json.mapper().readTree(sent.value());
        Instant until = sent.at().plusMillis(1_000 + chance.nextInt(3_000));
        item.put("embargoedUntil", until.toString());
        byte[] value = item.toString().getBytes(StandardCharsets.UTF_8);
        embargoed.add(new GeneratedHistory.Sent(sent.key(), value, sent.at()));
      } else {
        embargoed.add(sent);
      }
    }
    return embargoed;
  }
}
