package dev.storywire.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storywire.app.Storywire;
import dev.storywire.app.audit.Audit;
import dev.storywire.app.audit.RawResults;
import dev.storywire.app.broker.EmbeddedBroker;
import dev.storywire.app.demo.Player;
import dev.storywire.app.demo.SampleDay;
import dev.storywire.app.process.Exit;
import dev.storywire.app.service.RunningService;
import dev.storywire.app.service.StorywireService;
import dev.storywire.app.settings.Settings;
import dev.storywire.app.settings.SettingsOptions;
import dev.storywire.producer.IngestOptions;
import dev.storywire.producer.formats.Format;
import dev.storywire.producer.send.RawTopicWriter;
import dev.storywire.replay.ReplayName;
import dev.storywire.replay.ReplaySpeed;
import dev.storywire.replay.Reset;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs the sample day live, and replays it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReplayIT {
  private static final String LIVE = "live.";

  @TempDir static Path data;
  private static EmbeddedBroker broker;
  private static StorywireService live;
  private static String digest;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void playTheDay() throws Exception {
    broker = EmbeddedBroker.start(data.resolve("broker"), 0);
    live = RunningService.service(broker.bootstrapServers(), LIVE, data.resolve("live"));
    List<SampleDay.Sent> day = SampleDay.wire();
    try (RawResults results = new RawResults(client(), LIVE);
        RawTopicWriter raw = RawTopicWriter.connect(broker.bootstrapServers(), LIVE, Map.of())) {
      Player player = new Player(raw, Player.AS_FAST_AS_POSSIBLE, Clock.systemUTC());
      for (SampleDay.Sent sent : day) {
        player.play(List.of(sent)); // one by one, so that none is delayed
      }
      assertThat(results.await(day.size(), Duration.ofMinutes(2))).isTrue();
    }
    digest = Audit.of(Map.of("bootstrap.servers", broker.bootstrapServers()), LIVE).digest();
  }

  @AfterAll
  static void stop() {
    live.close();
    broker.close();
  }

  @Test
  void aReplayHasTheResultsOfTheLiveServiceWithAnyThreadsAndPartitions() throws IOException {
    assertThat(replay("narrow", "--set=threads=1", "--set=raw.partitions=1", "--compare=" + LIVE))
        .isEqualTo(Exit.OK);
    assertThat(outcome().at("/audit/digest").asText()).isEqualTo(digest);
    assertThat(outcome().at("/comparison/differences")).isEmpty();

    assertThat(replay("wide", "--set=threads=4", "--set=raw.partitions=12")).isEqualTo(Exit.OK);
    assertThat(outcome().at("/audit/digest").asText()).isEqualTo(digest);
  }

  @Test
  void aChangedSettingIsReportedByTheStoriesItSplits() throws IOException {
    assertThat(replay("split", "--set=lane.by=slugline", "--compare=" + LIVE))
        .isEqualTo(Exit.DIFFERENT);

    List<String> split = new ArrayList<>();
    for (JsonNode difference : outcome().at("/comparison/differences")) {
      if (difference.path("type").asText().equals("split")) {
        split.add(difference.at("/before/headline").asText());
      }
    }
    assertThat(split).contains("Magnitude 6.4 earthquake shakes northern Chile");

    assertThat(run("compare", LIVE, "split")).isEqualTo(Exit.DIFFERENT);
    assertThat(out.toString())
        .contains("lane.by = slugline after")
        .contains("was  2026-03-12 04:12  Magnitude 6.4 earthquake shakes northern Chile");
  }

  @Test
  void comparesAReplayOfAPartOfTheDayAndRemovesItCompletely() throws Exception {
    Set<String> before = everything();
    assertThat(replay("gone", "--to=2026-03-12T09:00:00Z")).isEqualTo(Exit.OK);
    assertThat(outcome().at("/audit/raw").asLong()).isBetween(20L, 80L);
    assertThat(run("compare", "gone", LIVE, "--json")).isIn(Exit.OK, Exit.DIFFERENT);
    assertThat(outcome().path("onlyFirst").asInt()).isZero();
    assertThat(outcome().path("onlySecond").asInt()).isGreaterThan(40);
    commit("replay-gone-webhook-ferries", "replay-gone.story-events");
    assertThat(everything())
        .contains(
            "topic replay-gone.raw", "group replay-gone", "group replay-gone-webhook-ferries");

    awaitStopped("gone");
    assertThat(reset("--as=gone")).isEqualTo(Exit.OK);

    assertThat(out.toString())
        .contains("replay-gone.replay")
        .contains("replay-gone-order-changelog");
    assertThat(everything()).isEqualTo(before);
    assertThat(data.resolve("replay-gone")).doesNotExist();
    assertThat(reset("--as=gone")).isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("there was nothing to remove");
  }

  @Test
  void resumesAStoppedReplayWithoutCopyingTwiceAndDoesNotResetARunningOne() throws Exception {
    ReplayName name = new ReplayName("halted");
    SettingsOptions options = new SettingsOptions();
    CommandLine.populateCommand(
        options,
        "--bootstrap-servers=" + broker.bootstrapServers(),
        "--data=" + data,
        "--prefix=" + LIVE);
    ReplayPlan slow =
        new ReplayPlan(
            name,
            options.read(Map.of()),
            ReplayPlan.settings(options, name, data, Map.of()),
            new IngestOptions(List.of(), Format.AUTO),
            null,
            null,
            ReplaySpeed.of("2400", Clock.systemUTC()));
    try (ReplayRun run = new ReplayRun(slow, new PrintWriter(err, true));
        RawResults results = RawResults.fromBeginning(client(), name.prefix())) {
      CompletableFuture<?> running = CompletableFuture.supplyAsync(() -> run(run));
      assertThat(results.await(10, Duration.ofMinutes(1))).isTrue();
      assertThat(reset("--as=halted")).isEqualTo(Exit.FAILED);
      assertThat(err.toString()).contains("the service replay-halted is running");
      run.stop();
      assertThat(running).failsWithin(Duration.ofMinutes(1));
      assertThat(results.verdicts()).isLessThan(SampleDay.wire().size());
    }

    assertThat(replay("halted")).isEqualTo(Exit.OK);
    assertThat(outcome().at("/audit/raw").asInt()).isEqualTo(SampleDay.wire().size());
    assertThat(outcome().at("/audit/digest").asText()).isEqualTo(digest);
  }

  @Test
  void resetsTheLiveServiceOnlyOnRequestAndWhenItIsStopped() {
    assertThat(run("reset", "--prefix=" + LIVE)).isEqualTo(Exit.USAGE);
    assertThat(run("reset", "--prefix=" + LIVE, "--live")).isEqualTo(Exit.FAILED);
    assertThat(err.toString()).contains("the service live is running");
  }

  @Test
  void refusesAMisspeltSettingAndSuggestsTheNearestName() {
    assertThat(replay("wrong", "--set=close.after.hour=3")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("did you mean 'close.after.hours'?");
  }

  private static ReplayReport run(ReplayRun run) {
    try {
      return run.run(null);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Properties client() {
    Properties client = new Properties();
    client.put(Settings.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    return client;
  }

  private int replay(String name, String... args) {
    List<String> all = new ArrayList<>(List.of("replay", "--as=" + name, "--prefix=" + LIVE));
    all.addAll(List.of("--data=" + data, "--json"));
    all.addAll(List.of(args));
    return run(all.toArray(new String[0]));
  }

  private int reset(String... args) {
    List<String> all = new ArrayList<>(List.of("reset", "--data=" + data));
    all.addAll(List.of(args));
    return run(all.toArray(new String[0]));
  }

  private JsonNode outcome() throws IOException {
    return Json.mapper().readTree(out.toString());
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--bootstrap-servers=" + broker.bootstrapServers());
    return Storywire.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(new String[0]));
  }

  private static Set<String> everything() throws Exception {
    Set<String> all = new TreeSet<>();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.listTopics().names().get().forEach(name -> all.add("topic " + name));
      for (GroupListing group : admin.listGroups().all().get()) {
        all.add("group " + group.groupId());
      }
    }
    if (Files.isDirectory(data.resolve("replay-gone"))) {
      all.add("directory replay-gone");
    }
    return all;
  }

  private static void commit(String group, String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      Map<TopicPartition, OffsetAndMetadata> position =
          Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0));
      admin.alterConsumerGroupOffsets(group, position).all().get();
    }
  }

  private static void awaitStopped(String name) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      while (Reset.isRunning(admin, "replay-" + name)) {
        Thread.sleep(200);
      }
    }
  }
}
