package dev.storywire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.audit.Audit;
import dev.storywire.faults.history.GeneratedHistory;
import dev.storywire.faults.history.HistoryWriter;
import dev.storywire.faults.history.Pace;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Kills one of two instances while the other one is asked for all stories and articles, and while
 * the wire goes on: no answer is wrong, and a client of the log of events that changes to the other
 * instance misses nothing. Prints how long the other instance could not answer for all.
 *
 * <p>Run by hand: {@code docs/faults.md} has the command.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class InstanceLostByHand {
  private static final int RECORDS = Integer.getInteger("instance.records", 1_500);
  private static final int RATE = 20;
  private static final int ASKING = 2;
  private static final long SEED = 7;
  private static final Duration AFTERWARDS = Duration.ofSeconds(45);
  private static final Pattern ID = Pattern.compile("\"storyId\":\"([^\"]+)\"");
  private static final Pattern URI_OF = Pattern.compile("\"uri\":\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<GeneratedHistory.Sent> history =
      GeneratedHistory.of(
          SEED,
          RECORDS,
          Instant.parse("2026-03-12T06:00:00Z"),
          Duration.ofHours(4).dividedBy(RECORDS)); // nothing closes or expires

  private Path directory;
  private BrokerProcess broker;

  @BeforeEach
  void startBroker() throws Exception {
    directory = Files.createTempDirectory(Path.of("target"), "instance").toAbsolutePath();
    broker = BrokerProcess.start(directory.resolve("broker"));
  }

  @AfterEach
  void stopBroker() {
    broker.close();
  }

  @Test
  void theOtherAnswersForAll() throws Exception {
    int first = RECORDS / 2;
    try (Deployment service = new Deployment(broker, directory, "lost.", Map.of())) {
      Instance one = service.start("one");
      Instance two = service.start("two");
      String lost = one.http();
      String other = two.http();
      try (HistoryWriter writer = service.write(history.subList(0, first), Pace.atOnce())) {
        writer.await();
      }
      service.settled(first);
      service.owners().await(owners -> LaneOwners.processes(owners).size() == 2);
      List<String> paths = paths(other);
      Statuses statuses = new Statuses();
      EventReader events = new EventReader(http, List.of(lost, other));
      Thread reading = new Thread(events, "events");
      reading.start();
      List<Thread> asking =
          Stream.generate(() -> new Thread(() -> ask(other, paths, statuses), "asking"))
              .limit(ASKING)
              .toList();
      asking.forEach(Thread::start);

      long killed;
      try (HistoryWriter writer =
          service.write(history.subList(first, RECORDS), Pace.bursts(RATE))) {
        Thread.sleep(5_000);
        killed = System.nanoTime();
        service.kill(one);
        writer.await();
      }
      Audit.Report report = service.settled(RECORDS);
      Thread.sleep(AFTERWARDS.toMillis());
      asking.forEach(Thread::interrupt);
      reading.interrupt();

      System.out.printf(
          "%d stories and articles; answers by status %s%n", paths.size(), statuses.counts);
      System.out.printf(
          "all answered %.1f s after the kill; %d of %d events, %d reconnections%n",
          (statuses.lastRefusal.get() - killed) / 1e9,
          events.read().size(),
          report.events(),
          events.reconnections());
      assertThat(statuses.counts.keySet()).isSubsetOf(200, 503);
      assertThat(events.read()).doesNotHaveDuplicates().hasSize((int) report.events());
      assertThat(report.faults()).isEmpty();
    }
  }

  /** Numbers of answers by status, and the time of the latest refusal. */
  private static final class Statuses {
    private final Map<Integer, Long> counts = new ConcurrentSkipListMap<>();
    private final AtomicLong lastRefusal = new AtomicLong();

    void add(int status) {
      counts.merge(status, 1L, Long::sum);
      if (status != 200) {
        lastRefusal.accumulateAndGet(System.nanoTime(), Math::max);
      }
    }
  }

  /** Returns the paths of all stories and their articles. */
  private List<String> paths(String address) throws Exception {
    List<String> paths = new ArrayList<>();
    Map<String, Boolean> ids = new TreeMap<>();
    ID.matcher(get(address + "/api/stories?limit=200").body())
        .results()
        .forEach(id -> ids.put(id.group(1), true));
    for (String id : ids.keySet()) {
      String path = "/api/stories/" + id;
      paths.add(path);
      URI_OF
          .matcher(get(address + path).body())
          .results()
          .map(uri -> "/api/articles/" + URLEncoder.encode(uri.group(1), StandardCharsets.UTF_8))
          .distinct()
          .forEach(paths::add);
    }
    return paths;
  }

  private void ask(String address, List<String> paths, Statuses statuses) {
    try {
      while (true) {
        for (String path : paths) {
          statuses.add(get(address + path).statusCode());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the end
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> get(String address) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20)).build(),
        BodyHandlers.ofString());
  }
}
