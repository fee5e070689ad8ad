package dev.storywire.faults;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.audit.Audit;
import dev.storywire.faults.history.GeneratedHistory;
import dev.storywire.faults.history.HistoryWriter;
import dev.storywire.faults.history.Pace;
import dev.storywire.replay.PromotionPoint;
import dev.storywire.replay.ReplayLog;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.TopicReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Kills {@code storywire promote} while it follows, before it states the point, and while it leads:
 * both sides of the point have the same records, and none is lost or duplicated.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PromotionFaultsIT {
  private static final String LIVE = "live.";
  private static final String NEXT = "replay-next.";
  private static final Map<String, String> SETTINGS = Map.of("threads", "2");
  private static final int RECORDS = 600;
  private static final int REPLAYED = 200;
  private static final int PER_SECOND = 20;

  private final List<GeneratedHistory.Sent> history =
      GeneratedHistory.of(
          9, RECORDS, Instant.parse("2026-03-12T06:00:00Z"), Duration.ofDays(2).dividedBy(RECORDS));

  @Test
  void aKilledPromotionResumes() throws Exception {
    Path directory = Files.createTempDirectory(Path.of("target"), "promotion").toAbsolutePath();
    try (BrokerProcess broker = BrokerProcess.start(directory.resolve("broker"))) {
      Audit.Report undisturbed;
      try (Deployment service = new Deployment(broker, directory, "undisturbed.", SETTINGS)) {
        service.start("one");
        undisturbed = decide(service, history);
      }
      try (Deployment live = new Deployment(broker, directory, LIVE, SETTINGS);
          Deployment next = new Deployment(broker, directory, NEXT, SETTINGS)) {
        Instance one = live.start("one");
        Audit.Report before = decide(live, history.subList(0, REPLAYED));
        assertThat(live.run("replay", "--as", "next").await(Duration.ofMinutes(2))).isZero();

        JavaProcess promotion = live.run("promote", "--as", "next");
        try (HistoryWriter writer =
            live.write(history.subList(REPLAYED, RECORDS), Pace.bursts(PER_SECOND))) {
          promotion = again(live, promotion, 6);
          promotion = again(live, promotion, 7);
          live.stop(one);
          for (int seconds = 4; point(broker).isEmpty(); seconds += 4) {
            promotion = again(live, promotion, seconds);
          }
          promotion = again(live, promotion, 6);
          writer.await();
          // records that the live service had read but not decided come late to the promoted one,
          // so the order, and with it the digest, may be another: only numbers are compared
          Audit.Report promoted = next.settled(RECORDS);
          assertThat(promoted.faults()).isEmpty();
          assertThat(promoted.raw()).isEqualTo(undisturbed.raw());
          assertThat(promoted.verdicts()).isEqualTo(undisturbed.verdicts());
          assertThat(promoted.deadLetters()).isEqualTo(undisturbed.deadLetters());
          assertThat(promoted.articles()).isEqualTo(undisturbed.articles());
          assertThat(next.results().duplicates()).isEmpty();
        } finally {
          promotion.kill();
        }
        PromotionPoint point = point(broker).orElseThrow();
        Set<String> old = itemsWithVerdict(broker, point.old());
        assertThat(old).hasSizeGreaterThan((int) before.verdicts());
        assertThat(itemsWithVerdict(broker, point.promoted())).isEqualTo(old);
      }
    }
  }

  private static Audit.Report decide(Deployment service, List<GeneratedHistory.Sent> part)
      throws InterruptedException {
    try (HistoryWriter writer = service.write(part, Pace.atOnce())) {
      writer.await();
    }
    return service.settled(part.size());
  }

  /** Kills the command after some seconds and starts it again. */
  private static JavaProcess again(Deployment live, JavaProcess promotion, int seconds)
      throws InterruptedException {
    TimeUnit.SECONDS.sleep(seconds);
    assertThat(promotion.isAlive()).isTrue();
    promotion.kill();
    return live.run("promote", "--as", "next");
  }

  private static Optional<PromotionPoint> point(BrokerProcess broker) {
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(broker.client()))) {
      return new ReplayLog(admin, broker.client(), NEXT).point();
    }
  }

  /** Returns the raw records with a result before the point: uri, version and resends. */
  private static Set<String> itemsWithVerdict(BrokerProcess broker, PromotionPoint.Side side) {
    var verdicts = new JsonSerde<>(ArticleVerdict.class).deserializer();
    List<Long> ends = requireNonNull(side.offsets().get(Topic.ARTICLES.name("")));
    List<String> items = new ArrayList<>();
    TopicReader.forEach(
        broker.client(),
        Topic.ARTICLES.name(side.prefix()),
        record -> {
          boolean arrival = record.headers().lastHeader(ArticleVerdict.RAW_HEADER) != null;
          if (arrival && record.offset() < ends.get(record.partition())) {
            ArticleVerdict verdict = verdicts.deserialize(record.topic(), record.value());
            items.add(verdict.uri() + " " + verdict.version() + " " + verdict.resends());
          }
        });
    assertThat(items).doesNotHaveDuplicates();
    return new TreeSet<>(items);
  }
}
