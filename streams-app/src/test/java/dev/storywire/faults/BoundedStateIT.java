package dev.storywire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.faults.history.GeneratedHistory;
import dev.storywire.faults.history.HistoryWriter;
import dev.storywire.faults.history.Pace;
import dev.storywire.faults.measure.Footprint;
import dev.storywire.faults.measure.LiveRecords;
import dev.storywire.faults.measure.SmallMultiples;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Four months at full speed, on a broker: the state follows the windows, not the age. The last
 * thing to expire is the note that an article has moved to another lane, after three windows.
 *
 * <p>By default the test is small: 16 articles a day, measured from the day when the windows have
 * filled. {@code docs/bounded.md} has the command of the large run, which sets {@code
 * bounded.articles} (a day) and {@code bounded.out} (a directory for its table and its plot).
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BoundedStateIT {
  private static final int DAYS = 130;
  private static final int WINDOW = 94;
  private static final int ARTICLES = Integer.getInteger("bounded.articles", 16);
  private static final @Nullable String OUT = System.getProperty("bounded.out");

  /** The plot shows each day; the check compares days after the windows have filled. */
  private static final int STEP = OUT == null ? 3 : 1;

  private static final int FIRST_MEASURED = OUT == null ? WINDOW - 4 : 1;

  private static final String PREFIX = "months.";

  private final Map<String, List<Double>> measures = new TreeMap<>();
  private int sent;

  @Test
  void stateIsBoundedByTheWindows() throws Exception {
    Path directory = Files.createTempDirectory(Path.of("target"), "bounded").toAbsolutePath();
    Duration step = Duration.ofDays(1).dividedBy(ARTICLES);
    List<GeneratedHistory.Sent> months =
        GeneratedHistory.of(1, DAYS * ARTICLES, Instant.parse("2026-03-12T06:00:00Z"), step);
    Map<String, String> settings = Map.of("close.after.hours", "96", "remember.days", "30");
    try (BrokerProcess broker = BrokerProcess.start(directory.resolve("broker"));
        Deployment service = new Deployment(broker, directory, PREFIX, settings)) {
      Instance instance = service.start("one");
      send(service, months, 1);
      cleanAsOftenAsDaysGoBy(broker);
      try (LiveRecords stores =
          new LiveRecords(
              broker.client(), topic -> topic.endsWith("-changelog") || isCompacted(topic))) {
        int day = 1;
        while (day + STEP <= DAYS) {
          // a few days at a time: tombstones must be read before the broker deletes them
          day += STEP;
          send(service, months, day);
          stores.readOn();
          if (day > FIRST_MEASURED) {
            measure(stores, instance, directory);
          }
        }
      }
    }
    if (OUT != null) {
      write(Path.of(OUT));
    }
    measures.forEach(BoundedStateIT::checkFlat);
  }

  /** Sends the articles of the first {@code days} that have not been sent yet. */
  private void send(Deployment service, List<GeneratedHistory.Sent> months, int days)
      throws InterruptedException {
    int end = days * ARTICLES;
    try (HistoryWriter writer = service.write(months.subList(sent, end), Pace.atOnce())) {
      // reads while the writer runs: compaction deletes the result of a version that has a newer
      // one
      assertThat(service.results().await(end, Deployment.AT_MOST)).isTrue();
      writer.await();
    }
    sent = end;
  }

  /** Makes the broker compact within seconds, because a simulated day takes seconds. */
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
    stores.entries().forEach((topic, entries) -> add(name(topic) + ", entries", entries));
    Map<String, Long> bytes = stores.bytes();
    bytes.forEach((topic, size) -> add(name(topic) + ", MB", size / 1e6));
    add(
        "live records of stores and compacted topics, MB",
        bytes.values().stream().mapToLong(Long::longValue).sum() / 1e6);
    add("stores on disk, MB", Footprint.disk(directory.resolve(PREFIX + "one")) / 1e6);
    add(
        "changelogs and compacted topics on disk, MB",
        Footprint.disk(
                directory.resolve("broker"),
                name -> name.contains("-changelog-") || isCompacted(name.replaceAll("-\\d+$", "")))
            / 1e6);
    add("heap after collection, MB", Footprint.heap(instance.pid()) / 1e6);
  }

  private static String name(String topic) {
    String kind = topic.endsWith("-changelog") ? "store " : "topic ";
    return kind + topic.replace("months-", "").replace(PREFIX, "").replace("-changelog", "");
  }

  private static boolean isCompacted(String topic) {
    return topic.equals(PREFIX + "articles") || topic.equals(PREFIX + "stories");
  }

  private void add(String measure, double value) {
    measures.computeIfAbsent(measure, name -> new ArrayList<>()).add(value);
  }

  /** Checks that the last month has no higher value than the days when the windows had filled. */
  private static void checkFlat(String measure, List<Double> days) {
    int filled = OUT == null ? 0 : WINDOW - 3 - FIRST_MEASURED;
    double full = max(days.subList(filled, filled + 12 / STEP));
    double later = max(days.subList(days.size() - 27 / STEP, days.size()));
    // compaction by the broker and by RocksDB is delayed
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
      int row = day - 1; // all days are measured
      table.add(
          day
              + ","
              + measures.values().stream()
                  .map(values -> String.format(Locale.ROOT, "%.1f", values.get(row)))
                  .collect(Collectors.joining(",")));
    }
    Files.createDirectories(out);
    Files.write(out.resolve("bounded.csv"), table);
    Map<String, List<Double>> plotted = new TreeMap<>(measures);
    plotted.keySet().removeIf(measure -> measure.matches("(store|topic) .*, MB"));
    Files.writeString(out.resolve("bounded.svg"), SmallMultiples.draw(plotted, 30));
  }
}
