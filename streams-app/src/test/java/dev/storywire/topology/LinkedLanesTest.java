package dev.storywire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.app.demo.SampleDay;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.RelatedStory;
import dev.storywire.schemas.Story;
import dev.storywire.story.prepare.LaneRule;
import dev.storywire.story.prepare.Preparation;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.topology.stores.MemoryStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes stories of the sample day in four languages through several lane partitions. */
class LinkedLanesTest {
  /** The event of each story. Those without an equal in another language look like others. */
  private static final Map<String, String> EVENTS =
      Map.ofEntries(
          Map.entry("quake-chile", "quake in Chile"),
          Map.entry("erdbeben-chile", "quake in Chile"),
          Map.entry("terremoto-chile", "quake in Chile"),
          Map.entry("aardbeving-chili", "quake in Chile"),
          Map.entry("quake-japan", "quake in Japan"),
          Map.entry("port-strike", "strike in Rotterdam"),
          Map.entry("hafenstreik-rotterdam", "strike in Rotterdam"),
          Map.entry("havenstaking-rotterdam", "strike in Rotterdam"),
          Map.entry("oslo-bourse-close", "Oslo bourse"),
          Map.entry("boerse-frankfurt", "Frankfurt bourse"),
          Map.entry("beurs-amsterdam", "Amsterdam bourse"),
          Map.entry("bolsa-madrid", "Madrid bourse"));

  private static final int NEVER = Integer.MAX_VALUE;

  @TempDir private Path directory;

  @Test
  void storiesAboutOneEventNameEachOther() throws IOException {
    Map<String, String> events = new HashMap<>();
    for (String language : List.of("en", "de", "es", "nl")) {
      for (SampleDay.Truth truth : SampleDay.truth(language)) {
        events.put(truth.uri(), EVENTS.getOrDefault(truth.story(), ""));
      }
    }
    Set<String> links = new TreeSet<>();
    for (Story story : stories(run(4, true, NEVER))) {
      for (RelatedStory related : related(story)) {
        assertThat(related.entities()).hasSizeGreaterThan(1);
        assertThat(events.get(related.article())).isEqualTo(events.get(related.member()));
        links.add(story.lane() + " " + related.lane() + ": " + events.get(related.member()));
      }
    }
    assertThat(links)
        .contains("en de: quake in Chile", "es nl: quake in Chile", "nl es: quake in Chile")
        .contains("en nl: strike in Rotterdam", "nl en: strike in Rotterdam")
        .hasSize(12 + 6);
  }

  @Test
  void resultsDoNotDependOnPartitionsAndRestarts() throws IOException {
    Map<String, List<String>> inOne = run(1, true, NEVER);
    assertThat(inOne.toString()).contains("relatedStories", "\"related\"");
    assertThat(run(3, true, NEVER)).isEqualTo(inOne);
    assertThat(run(4, true, 7)).isEqualTo(inOne);
  }

  @Test
  void linksCanBeSwitchedOff() throws IOException {
    assertThat(run(2, false, NEVER).toString()).doesNotContain("relatedStories", "\"related\"");
  }

  private static List<RelatedStory> related(Story story) {
    List<RelatedStory> related = story.relatedStories();
    return related == null ? List.of() : related;
  }

  /** Returns the last snapshot of each story. */
  private static List<Story> stories(Map<String, List<String>> outputs) throws IOException {
    List<Story> stories = new ArrayList<>();
    for (Map.Entry<String, List<String>> output : outputs.entrySet()) {
      if (output.getKey().startsWith(NodeNames.TO_STORIES + " ")) {
        List<String> snapshots = output.getValue();
        stories.add(Json.mapper().readValue(snapshots.get(snapshots.size() - 1), Story.class));
      }
    }
    return stories;
  }

  /**
   * Returns the snapshots and events of each story, in order.
   *
   * @param restartAfter number of records after which a partition is restored from its stores
   */
  private Map<String, List<String>> run(int partitions, boolean links, int restartAfter)
      throws IOException {
    List<List<PreparedRecord.Ordered>> prepared = new ArrayList<>();
    for (int p = 0; p < partitions; p++) {
      prepared.add(new ArrayList<>());
    }
    prepare(links, prepared);
    Map<String, List<String>> outputs = new TreeMap<>();
    for (int p = 0; p < partitions; p++) {
      prepared
          .get(p)
          .sort(Comparator.comparing(LinkedLanesTest::position, Arrays::compareUnsigned));
      assign(prepared.get(p), new TaskId(0, p), partitions, links, restartAfter, outputs);
    }
    return outputs;
  }

  private static byte[] position(PreparedRecord.Ordered record) {
    return record.orderKey().toSortableBytes(record.partition(), record.offset());
  }

  /** Prepares the articles and adds each record to the lane partitions that it goes to. */
  private void prepare(boolean links, List<List<PreparedRecord.Ordered>> prepared)
      throws IOException {
    MockProcessorContext<byte[], byte[]> context =
        new MockProcessorContext<>(new Properties(), new TaskId(0, 0), directory.toFile());
    RawEndOffsets.Reading unread =
        new RawEndOffsets.Reading(0, 0, new long[1], new long[1], new long[1]);
    Prepare prepare =
        new Prepare(
            new Preparation(LaneRule.parse("language"))::prepare,
            links,
            new SettledEndOffsets(() -> unread, 1),
            Duration.ofMillis(50),
            new CommitPacer(Duration.ofMillis(100)),
            FlowListener.NONE);
    prepare.init(context);
    int offset = 0;
    for (String language : List.of("en", "de", "es", "nl")) {
      Set<String> uris = new TreeSet<>();
      SampleDay.truth(language).stream()
          .filter(truth -> EVENTS.containsKey(truth.story()))
          .forEach(truth -> uris.add(truth.uri()));
      for (SampleDay.Sent sent : SampleDay.wire(language)) {
        if (uris.contains(sent.item().uri())) {
          context.setRecordMetadata("raw", 0, offset++);
          byte[] item = Json.mapper().writeValueAsBytes(sent.item());
          prepare.process(new Record<>(new byte[0], item, sent.at().toEpochMilli()));
        }
      }
    }
    for (var sent : context.forwarded(NodeNames.TO_PREPARED)) {
      byte @Nullable [] lane = sent.record().key();
      byte[] value = sent.record().value();
      Set<Integer> to =
          new LanePartitioner().partitions("prepared", lane, value, prepared.size()).orElseThrow();
      to.forEach(p -> prepared.get(p).add((PreparedRecord.Ordered) PreparedRecord.decode(value)));
    }
  }

  private void assign(
      List<PreparedRecord.Ordered> records,
      TaskId task,
      int partitions,
      boolean links,
      int restartAfter,
      Map<String, List<String>> outputs) {
    LaneSettings defaults = LaneSettings.defaults();
    LaneSettings settings =
        new LaneSettings(defaults.closeAfter(), defaults.remember(), false, links);
    MockProcessorContext<String, byte[]> context =
        new MockProcessorContext<>(new Properties(), task, directory.toFile());
    MemoryStores.add(context);
    Assign assign = new Assign(settings, "raw", partitions, FlowListener.NONE);
    assign.init(context);
    for (int i = 0; i < records.size(); i++) {
      if (i % restartAfter == restartAfter - 1) {
        assign = new Assign(settings, "raw", partitions, FlowListener.NONE);
        assign.init(context);
      }
      assign.process(new Record<>(null, records.get(i), 0));
    }
    collect(context, NodeNames.TO_STORIES, outputs);
    collect(context, NodeNames.TO_STORY_EVENTS, outputs);
  }

  private static void collect(
      MockProcessorContext<String, byte[]> context, String to, Map<String, List<String>> outputs) {
    for (var sent : context.forwarded(to)) {
      outputs
          .computeIfAbsent(to + " " + sent.record().key(), key -> new ArrayList<>())
          .add(new String(sent.record().value(), StandardCharsets.UTF_8));
    }
  }
}
