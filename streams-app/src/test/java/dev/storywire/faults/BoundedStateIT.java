package dev.storywire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Four months at full speed, on a broker: what is kept follows the windows, not the age. The last
 * thing that is forgotten is that an article has gone to another lane, after three windows.
 *
 * <p>Small here. {@code docs/bounded.md} has the command of the large run, which sets {@code
 * bounded.articles} (a day) and {@code bounded.out} (a directory for its table and its plot).
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BoundedStateIT {
  private static final int DAYS = 130;
  private static final int WINDOW = 94;
  private static final int ARTICLES = Integer.getInteger("bounded.articles", 25);
  private static final String PREFIX = "months.";

  private final Map<String, List<Double>> measures = new TreeMap<>();

  @Test
  void whatIsKeptFollowsTheWindowsAndNotTheAge() throws Exception {
    Path directory = Files.createTempDirectory(Path.of("target"), "bounded").toAbsolutePath();
    Duration step = Duration.ofDays(1).dividedBy(ARTICLES);
    List<MadeUpWire.Sent> months =
        MadeUpWire.of(1, DAYS * ARTICLES, Instant.parse("2026-03-12T06:00:00Z"), step);
    Map<String, String> settings = Map.of("close.after.hours", "96", "remember.days", "30");
    try (BrokerProcess broker = BrokerProcess.start(directory.resolve("broker"));
        Service service = new Service(broker, directory, PREFIX, settings)) {
      Instance instance = service.start("one");
      day(service, months, 0);
      cleanAsOftenAsDaysGoBy(broker);
      try (LiveRecords stores =
          new LiveRecords(
              broker.client(), topic -> topic.endsWith("-changelog") || isCompacted(topic))) {
        for (int day = 1; day < DAYS; day++) {
          day(service, months, day);
          stores.readOn();
          measure(stores, instance, directory);
        }
      }
    }
    String out = System.getProperty("bounded.out");
    if (out != null) {
      write(Path.of(out));
    }
    measures.forEach(BoundedStateIT::checkFlat);
  }

  private static void day(Service service, List<MadeUpWire.Sent> months, int day)
      throws InterruptedException {
    try (Feed feed =
        service.feed(months.subList(day * ARTICLES, (day + 1) * ARTICLES), Pace.atOnce())) {
      // read while they come: an answer is cleaned away once the article has another
      assertThat(service.answers().await((day + 1) * ARTICLES, Service.AT_MOST)).isTrue();
      feed.await();
    }
  }

  /** A broker keeps tombstones for a day and looks for work by dirt and age: here, by seconds. */
  private static void cleanAsOftenAsDaysGoBy(BrokerProcess broker) throws Exception {
    Map<String, String> quick =
        Map.of(
            "segment.ms", "5000",
            "segment.bytes", "1048576",
            "min.cleanable.dirty.ratio", "0.1",
            "delete.retention.ms", "5000",
            "file.delete.delay.ms", "1000");
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(broker.client()))) {
      List<AlterConfigOp> changes =
          quick.entrySet().stream()
              .map(e -> new ConfigEntry(e.getKey(), e.getValue()))
              .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
              .toList();
      admin
          .incrementalAlterConfigs(
              admin.listTopics().names().get().stream()
                  .filter(topic -> topic.endsWith("-changelog") || isCompacted(topic))
                  .collect(
                      Collectors.toMap(
                          topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic),
                          topic -> changes)))
          .all()
          .get();
    }
  }

  private void measure(LiveRecords stores, Instance instance, Path directory) {
    stores
        .entries()
        .forEach(
            (topic, entries) -> {
              boolean changelog = topic.endsWith("-changelog");
              String name =
                  topic.replace("months-", "").replace(PREFIX, "").replace("-changelog", "");
              add((changelog ? "store " : "topic ") + name + ", entries", entries);
            });
    add("stores and compacted topics, MB that stand", stores.bytes() / 1e6);
    add("stores on disk, MB", Footprint.disk(directory.resolve(PREFIX + "one")) / 1e6);
    add(
        "changelogs and compacted topics on disk, MB",
        Footprint.disk(
                directory.resolve("broker"),
                name -> name.contains("-changelog-") || isCompacted(name.replaceAll("-\\d+$", "")))
            / 1e6);
    add("heap after collection, MB", Footprint.heap(instance.pid()) / 1e6);
  }

  private static boolean isCompacted(String topic) {
    return topic.equals(PREFIX + "articles") || topic.equals(PREFIX + "stories");
  }

  private void add(String measure, double value) {
    measures.computeIfAbsent(measure, name -> new ArrayList<>()).add(value);
  }

  /** Never more in the last month than in the days when the windows had just filled. */
  private static void checkFlat(String measure, List<Double> days) {
    double full = max(days.subList(WINDOW - 4, WINDOW + 6));
    double later = max(days.subList(DAYS - 29, days.size()));
    // what a log cleaner and a store have not got round to yet comes and goes
    double slack = measure.contains("disk") ? 2 : 1.25;
    assertThat(later).as(measure + ": " + days).isLessThanOrEqualTo(full * slack + 30);
  }

  private static double max(List<Double> values) {
    return values.stream().mapToDouble(v -> v).max().orElseThrow();
  }

  private void write(Path out) throws IOException {
    List<String> table = new ArrayList<>();
    table.add(
        "day,"
            + measures.keySet().stream()
                .map(m -> "\"" + m + "\"")
                .collect(Collectors.joining(",")));
    for (int day = 1; day < DAYS; day++) {
      int row = day - 1;
      table.add(
          day
              + ","
              + measures.values().stream()
                  .map(values -> String.format(Locale.ROOT, "%.1f", values.get(row)))
                  .collect(Collectors.joining(",")));
    }
    Files.createDirectories(out);
    Files.write(out.resolve("bounded.csv"), table);
    Files.writeString(out.resolve("bounded.svg"), SmallMultiples.draw(measures, 30));
  }
}
