package dev.storywire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storywire.app.audit.Audit;
import dev.storywire.faults.history.GeneratedHistory;
import dev.storywire.faults.history.GeneratedStory;
import dev.storywire.faults.history.HistoryWriter;
import dev.storywire.faults.history.Pace;
import dev.storywire.faults.measure.Footprint;
import dev.storywire.schemas.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many lanes, one for each desk, with articles on one event each. Measures the heap of a lane, the
 * start with local state, and the move of half of the lanes to a second instance.
 *
 * <p>By default the test is small. {@code docs/bounded.md} has the command of the large run, which
 * sets {@code lanes.count}.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ManyLanesIT {
  private static final int LANES = Integer.getInteger("lanes.count", 200);

  /** Each lane gets this number of articles on its story. */
  private static final int ARTICLES = 3;

  /** Kafka Streams moves lanes with large stores at a later probe, not at once. */
  private static final int COPIED_FIRST = 1_000;

  /** Each generated story has words of its own. News of many desks has a common vocabulary. */
  private static final int VOCABULARIES = 50;

  /** More than an idle lane and its three articles need; a leak of text would exceed it. */
  private static final int MOST_HEAP_OF_A_LANE = 128 * 1024;

  private static final Instant BEGIN = Instant.parse("2026-03-12T06:00:00Z");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void lanesAreSmallAndMoveQuickly() throws Exception {
    Path directory = Files.createTempDirectory(Path.of("target"), "lanes").toAbsolutePath();
    Map<String, String> settings =
        Map.of("close.after.hours", "96", "remember.days", "30", "threads", "1");
    try (BrokerProcess broker = BrokerProcess.start(directory.resolve("broker"));
        Deployment service = new Deployment(broker, directory, "many.", settings)) {
      Instance one = service.start("one");
      int half = LANES / 2;
      send(service, 0, half);
      long before = Footprint.heap(one.pid());
      send(service, half, LANES);
      long lane = (Footprint.heap(one.pid()) - before) / (LANES - half);
      System.out.printf("%,d lanes, %,d bytes of heap for one%n", LANES, lane);

      one.stop();
      System.out.printf("ready %.1f s after a start with local state%n", secondsUntilReady(one));

      if (LANES < COPIED_FIRST) {
        long began = System.nanoTime();
        service.start("two");
        service.owners().await(owners -> LaneOwners.processes(owners).size() == 2);
        System.out.printf("half moved after %.1f s%n", (System.nanoTime() - began) / 1e9);
      } else {
        System.out.println("not moved: Kafka Streams copies large stores first, for minutes");
      }

      Audit.Report report = service.settled(LANES * ARTICLES);
      assertThat(report.faults()).isEmpty();
      assertThat(report.stories()).isBetween((long) LANES, (long) LANES * ARTICLES);
      assertThat(lane).isLessThan(MOST_HEAP_OF_A_LANE);
    }
  }

  private static void send(Deployment service, int from, int to) throws Exception {
    try (HistoryWriter writer = service.write(wire(from, to), Pace.atOnce())) {
      writer.await();
    }
    assertThat(service.results().await(to * ARTICLES, Deployment.AT_MOST)).isTrue();
  }

  private double secondsUntilReady(Instance instance) throws Exception {
    long began = System.nanoTime();
    instance.start();
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create(instance.http() + "/health/ready")).build();
    while (http.send(ready, BodyHandlers.discarding()).statusCode() != 200) {
      Thread.sleep(100);
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private static List<GeneratedHistory.Sent> wire(int from, int to) {
    List<GeneratedHistory.Sent> wire = new ArrayList<>();
    for (int article = 0; article < ARTICLES; article++) {
      for (int lane = from; lane < to; lane++) {
        GeneratedStory story = new GeneratedStory(lane % VOCABULARIES);
        SplittableRandom random = new SplittableRandom(31L * lane + article);
        ObjectNode item = Json.mapper().createObjectNode();
        String uri = "urn:many:" + lane + ":" + article;
        item.put("uri", uri).put("language", "en").put("desk", "desk " + lane);
        item.putArray("headlines").addObject().put("value", story.headline(random));
        String text = story.text(random);
        item.putArray("bodies").addObject().put("contentType", "text/plain").put("value", text);
        item.putArray("infoSources").addObject().put("name", "Source " + article);
        byte[] value = item.toString().getBytes(StandardCharsets.UTF_8);
        Instant at = BEGIN.plusMillis(1_000L * (ARTICLES * from + wire.size()));
        wire.add(new GeneratedHistory.Sent(uri, value, at));
      }
    }
    return wire;
  }
}
