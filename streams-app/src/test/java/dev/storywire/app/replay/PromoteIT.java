package dev.storywire.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.Storywire;
import dev.storywire.app.audit.Audit;
import dev.storywire.app.audit.Digest;
import dev.storywire.app.audit.RawResults;
import dev.storywire.app.broker.EmbeddedBroker;
import dev.storywire.app.demo.Player;
import dev.storywire.app.demo.SampleDay;
import dev.storywire.app.process.Exit;
import dev.storywire.app.service.RunningService;
import dev.storywire.app.service.StorywireService;
import dev.storywire.app.settings.Settings;
import dev.storywire.app.settings.SettingsOptions;
import dev.storywire.producer.send.RawTopicWriter;
import dev.storywire.replay.PromotionPoint;
import dev.storywire.replay.ReplayName;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.StoryMembers;
import dev.storywire.schemas.Topic;
import dev.storywire.topology.kafka.TopicReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A consumer moves from a live service to a promoted replay while articles arrive. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PromoteIT {
  private static final String OLD = "old.";
  private static final List<SampleDay.Sent> DAY = SampleDay.wire();

  @TempDir Path data;
  private EmbeddedBroker broker;

  @BeforeEach
  void startBroker() {
    broker = EmbeddedBroker.start(data.resolve("broker"), 0);
  }

  @AfterEach
  void stopBroker() {
    broker.close();
  }

  @Test
  void aConsumerOfBothSidesOfThePointHasTheResultsOfOneUninterruptedService() throws Exception {
    int noon = DAY.size() / 2;
    PromotionPoint point;
    StorywireService old = service(OLD);
    play(OLD, DAY.subList(0, noon), 0);
    awaitResults(OLD, noon);
    assertThat(replay("--as=next", "--prefix=" + OLD, "--set=raw.partitions=3")).isEqualTo(Exit.OK);

    int night = DAY.size() - 20;
    try (PromoteRun run = new PromoteRun(options(), new ReplayName("next"))) {
      CompletableFuture<PromotionPoint> promoting =
          CompletableFuture.supplyAsync(() -> promote(run));
      CompletableFuture<Void> wire =
          CompletableFuture.runAsync(() -> play(OLD, DAY.subList(noon, night), 150))
              .thenCombine(promoting, (sent, stated) -> stated)
              .thenAccept(stated -> play(OLD, DAY.subList(night, DAY.size()), 50));
      TimeUnit.SECONDS.sleep(3);
      old.close();
      point = promoting.get(1, TimeUnit.MINUTES);

      CompletableFuture<Void> leading = CompletableFuture.runAsync(() -> lead(run));
      wire.get(1, TimeUnit.MINUTES);
      awaitResults("replay-next.", DAY.size());
      run.stop();
      leading.get(1, TimeUnit.MINUTES);
    }
    Audit.Report promoted = Audit.of(client(), "replay-next.");
    assertThat(promoted.faults()).isEmpty();
    assertThat(promoted.verdicts()).isEqualTo(DAY.size());

    Consumer consumer = new Consumer();
    consumer.read(point.old(), (record, side) -> record.offset() < offset(record, side));
    assertThat(consumer.answered).hasSizeBetween(noon, DAY.size() - 1);
    consumer.read(point.promoted(), (record, side) -> record.offset() >= offset(record, side));

    assertThat(consumer.answered).hasSize(DAY.size()).doesNotHaveDuplicates();
    assertThat(consumer.digest()).isEqualTo(undisturbed());
  }

  /** Returns the digest of an uninterrupted run. */
  private String undisturbed() throws InterruptedException {
    try (StorywireService service = service("whole.")) {
      play("whole.", DAY, 0);
      awaitResults("whole.", DAY.size());
      assertThat(service.isRunning()).isTrue();
    }
    return Audit.of(client(), "whole.").digest();
  }

  private static long offset(ConsumerRecord<String, byte[]> record, PromotionPoint.Side side) {
    String topic = record.topic().substring(side.prefix().length());
    return Objects.requireNonNull(side.offsets().get(topic)).get(record.partition());
  }

  /** Folds events and verdicts. Fails on duplicates and gaps. */
  private final class Consumer {
    private final TreeMap<String, List<StoryEvent>> events = new TreeMap<>();
    private final Map<String, StoryMembers> members = new HashMap<>();
    private final TreeMap<String, ArticleVerdict> verdicts = new TreeMap<>();
    private final List<String> answered = new ArrayList<>();

    void read(
        PromotionPoint.Side side,
        BiPredicate<ConsumerRecord<String, byte[]>, PromotionPoint.Side> isOurs) {
      var event = new JsonSerde<>(StoryEvent.class).deserializer();
      var verdict = new JsonSerde<>(ArticleVerdict.class).deserializer();
      TopicReader.forEach(
          client(),
          Topic.STORY_EVENTS.name(side.prefix()),
          record -> {
            if (isOurs.test(record, side)) {
              accept(event.deserialize(record.topic(), record.value()));
            }
          });
      TopicReader.forEach(
          client(),
          Topic.ARTICLES.name(side.prefix()),
          record -> {
            if (isOurs.test(record, side)) {
              accept(
                  verdict.deserialize(record.topic(), record.value()),
                  record.headers().lastHeader(ArticleVerdict.RAW_HEADER) != null);
            }
          });
    }

    private void accept(StoryEvent event) {
      assertThat(members.computeIfAbsent(event.storyId(), StoryMembers::new).apply(event))
          .as("event %s of %s is news", event.seq(), event.storyId())
          .isTrue();
      events.computeIfAbsent(event.storyId(), id -> new ArrayList<>()).add(event);
    }

    private void accept(ArticleVerdict verdict, boolean arrival) {
      verdicts.put(verdict.uri(), verdict);
      if (arrival) {
        answered.add(verdict.uri() + " " + verdict.version() + " " + verdict.resends());
      }
    }

    String digest() {
      return Digest.of(events, verdicts);
    }
  }

  private static PromotionPoint promote(PromoteRun run) {
    try {
      return run.promote();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void lead(PromoteRun run) {
    try {
      run.lead();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void play(String prefix, List<SampleDay.Sent> wire, long pauseMillis) {
    try (RawTopicWriter raw = RawTopicWriter.connect(broker.bootstrapServers(), prefix, Map.of())) {
      for (SampleDay.Sent sent : wire) {
        new Player(raw, Player.AS_FAST_AS_POSSIBLE, Clock.systemUTC()).play(List.of(sent));
        TimeUnit.MILLISECONDS.sleep(pauseMillis);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitResults(String prefix, int records) {
    Properties properties = new Properties();
    properties.putAll(client());
    try (RawResults results = RawResults.fromBeginning(properties, prefix)) {
      assertThat(results.await(records, Duration.ofMinutes(2))).isTrue();
    }
  }

  private StorywireService service(String prefix) throws InterruptedException {
    return RunningService.service(broker.bootstrapServers(), prefix, data.resolve(prefix));
  }

  private int replay(String... args) {
    List<String> all = new ArrayList<>(List.of("replay", "--data=" + data));
    all.add("--bootstrap-servers=" + broker.bootstrapServers());
    all.addAll(List.of(args));
    PrintWriter none = new PrintWriter(new StringWriter(), true);
    return Storywire.commandLine().setOut(none).setErr(none).execute(all.toArray(new String[0]));
  }

  private SettingsOptions options() {
    SettingsOptions options = new SettingsOptions();
    CommandLine.populateCommand(
        options,
        "--bootstrap-servers=" + broker.bootstrapServers(),
        "--data=" + data,
        "--prefix=" + OLD);
    return options;
  }

  private Map<String, String> client() {
    return Map.of(Settings.BOOTSTRAP_SERVERS, broker.bootstrapServers());
  }
}
