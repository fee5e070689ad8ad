package dev.storywire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storywire.faults.history.GeneratedHistory;
import dev.storywire.faults.history.GeneratedStory;
import dev.storywire.faults.history.HistoryWriter;
import dev.storywire.faults.history.Pace;
import dev.storywire.faults.measure.LiveRecords;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.Story;
import dev.storywire.topology.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One very large story, from a thousand sources, over four days. Neither the size of records nor
 * the cost of an article grows with it.
 *
 * <p>By default the test is small. {@code docs/bounded.md} has the command of the large run, which
 * sets {@code story.articles}.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OneStoryIT {
  private static final int ARTICLES = Integer.getInteger("story.articles", 1_000);
  private static final int STEPS = 10;
  private static final int LARGEST = 512 * 1024;
  private static final Instant BEGIN = Instant.parse("2026-03-12T06:00:00Z");

  @Test
  void sizeAndCostDoNotGrowWithAStory() throws Exception {
    Path directory = Files.createTempDirectory(Path.of("target"), "story").toAbsolutePath();
    List<GeneratedHistory.Sent> wire = wire();
    Map<String, String> settings =
        Map.of("close.after.hours", "96", "remember.days", "30", "threads", "1");
    try (BrokerProcess broker = BrokerProcess.start(directory.resolve("broker"));
        Deployment service = new Deployment(broker, directory, "one.", settings)) {
      Instance instance = service.start("one");
      int step = ARTICLES / STEPS;
      List<Double> cost = new ArrayList<>();
      for (int i = 0; i < STEPS; i++) {
        Duration before = instance.cpu();
        try (HistoryWriter writer =
            service.write(wire.subList(i * step, (i + 1) * step), Pace.atOnce())) {
          writer.await();
        }
        assertThat(service.results().await((i + 1) * step, Deployment.AT_MOST)).isTrue();
        cost.add(instance.cpu().minus(before).toNanos() / 1e6 / step);
        System.out.printf("%,7d articles: %.2f ms CPU each%n", (i + 1) * step, cost.get(i));
      }
      try (LiveRecords records =
          new LiveRecords(broker.client(), topic -> topic.startsWith("one"))) {
        records.readOn();
        records
            .largest()
            .forEach((topic, bytes) -> System.out.printf("%-36s %,9d bytes%n", topic, bytes));
        assertThat(records.largest().values()).allMatch(bytes -> bytes < LARGEST);
      }
      int largest = largestStory(broker);
      System.out.printf("%,d articles in the largest story%n", largest);
      assertThat(largest).isGreaterThan(ARTICLES * 9 / 10);
      if (ARTICLES >= 10_000) { // in a smaller run, start and warm-up dominate
        double later = cost.subList(STEPS / 2, STEPS).stream().mapToDouble(c -> c).sum();
        double early = cost.subList(1, STEPS / 2 + 1).stream().mapToDouble(c -> c).sum();
        assertThat(later).isLessThan(1.3 * early);
      }
    }
  }

  private static int largestStory(BrokerProcess broker) {
    Deserializer<Story> stories = new JsonSerde<>(Story.class).deserializer();
    Map<String, Integer> articles = new TreeMap<>();
    TopicReader.forEach(
        broker.client(),
        "one.stories",
        record -> {
          Story story = stories.deserialize(record.topic(), record.value());
          articles.put(record.key(), story == null ? 0 : story.articleCount());
        });
    return Collections.max(articles.values());
  }

  private static List<GeneratedHistory.Sent> wire() {
    GeneratedStory story = new GeneratedStory(1);
    SplittableRandom random = new SplittableRandom(2);
    List<GeneratedHistory.Sent> wire = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      Instant at = BEGIN.plus(Duration.ofDays(4).dividedBy(ARTICLES).multipliedBy(i));
      ObjectNode item = Json.mapper().createObjectNode();
      String uri = "urn:one:" + i;
      item.put("uri", uri).put("language", "en").put("desk", story.desk());
      item.putArray("headlines").addObject().put("value", story.headline(random));
      String text = story.text(random);
      item.putArray("bodies").addObject().put("contentType", "text/plain").put("value", text);
      item.putArray("infoSources").addObject().put("name", "Source " + random.nextInt(1_000));
      byte[] value = item.toString().getBytes(StandardCharsets.UTF_8);
      wire.add(new GeneratedHistory.Sent(uri, value, at));
    }
    return wire;
  }
}
