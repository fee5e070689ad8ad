package dev.storywire.topology;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.DeadLetterHeaders;
import dev.storywire.schemas.Edit;
import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.schemas.Topic;
import dev.storywire.story.prepare.LaneRule;
import dev.storywire.story.state.LaneSettings;
import dev.storywire.topology.kafka.StreamsSettings;
import dev.storywire.topology.kafka.StreamsSettingsInstanceBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** Runs the topology in one thread, without a broker. */
final class Flow implements AutoCloseable {
  private static final FlowSettings SETTINGS =
      new FlowSettings(
          Topic.DEFAULT_PREFIX,
          1,
          1,
          LaneRule.parse("language"),
          LaneSettings.defaults(),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          1);

  private final Path state;
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, byte[]> raw;
  private final TestOutputTopic<byte[], byte[]> deadLetters;
  private long sent;
  private long uncommitted;
  private Instant clock = Instant.EPOCH;
  private long readings;

  Flow() {
    this(FlowListener.NONE);
  }

  Flow(FlowListener listener) {
    try {
      state = Files.createTempDirectory(Path.of("target"), "flow");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Properties properties =
        StreamsSettings.of(
            StreamsSettingsInstanceBuilder.builder()
                .bootstrapServers("none:1")
                .applicationId("test")
                .prefix(SETTINGS.prefix())
                .threads(1)
                .commitMillis(100)
                .standbys(0)
                .replicationFactor(1)
                .stateDir(state)
                .server("localhost:1")
                .extra(Map.of())
                .build());
    driver =
        new TopologyTestDriver(StorywireTopology.build(SETTINGS, this::ends, listener), properties);
    raw =
        driver.createInputTopic(
            Topic.RAW.name(SETTINGS.prefix()), new StringSerializer(), new ByteArraySerializer());
    deadLetters =
        driver.createOutputTopic(
            Topic.DEAD_LETTERS.name(SETTINGS.prefix()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  private RawEndOffsets.Reading ends() {
    return new RawEndOffsets.Reading(
        ++readings,
        clock.toEpochMilli(),
        new long[] {sent},
        new long[] {sent + uncommitted},
        new long[] {0});
  }

  /** Sends a record and sets the clock to its time. */
  void send(String json, Instant time) {
    send("key", json.getBytes(StandardCharsets.UTF_8), time);
  }

  void send(String key, byte[] value, Instant time) {
    clock = time.isAfter(clock) ? time : clock;
    append(key, value, time);
  }

  /** Appends a record without setting the clock. */
  void append(String key, byte[] value, Instant time) {
    raw.pipeInput(key, value, time);
    sent++;
  }

  /** Sets the wall clock by which embargoes end. */
  void wallClock(Instant time) {
    clock = time;
  }

  /** Sends an edit. Unlike an item, it does not set the clock. */
  void edit(Edit edit, Instant time) {
    edit(Output.json(edit), time);
  }

  void edit(byte[] value, Instant time) {
    Headers headers = new RecordHeaders();
    headers.add(Edit.HEADER, Edit.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
    raw.pipeInput(new TestRecord<>("edit", value, headers, time));
    sent++;
  }

  /** Returns the raw records that events name as their cause, one for each edit. */
  List<String> answers() {
    return driver
        .createOutputTopic(
            Topic.STORY_EVENTS.name(SETTINGS.prefix()),
            new StringDeserializer(),
            new ByteArrayDeserializer())
        .readRecordsToList()
        .stream()
        .filter(record -> record.headers().lastHeader(ArticleVerdict.RAW_HEADER) != null)
        .map(record -> header(record, ArticleVerdict.RAW_HEADER))
        .toList();
  }

  /** Sets the number of records of open transactions at the end of the raw partition. */
  void uncommitted(long records) {
    uncommitted = records;
  }

  /** Advances the wall clock until all articles that can be released are decided. */
  void settle() {
    for (int i = 0; i < 4; i++) {
      driver.advanceWallClockTime(Duration.ofMillis(50));
    }
  }

  List<ArticleVerdict> verdicts() {
    return values(Topic.ARTICLES, ArticleVerdict.class);
  }

  /** Returns the number of verdicts that answer raw records. */
  long arrivals() {
    return driver
        .createOutputTopic(
            Topic.ARTICLES.name(SETTINGS.prefix()),
            new StringDeserializer(),
            new ByteArrayDeserializer())
        .readRecordsToList()
        .stream()
        .filter(record -> record.headers().lastHeader(ArticleVerdict.RAW_HEADER) != null)
        .count();
  }

  List<Story> stories() {
    return values(Topic.STORIES, Story.class);
  }

  List<StoryEvent> events() {
    return values(Topic.STORY_EVENTS, StoryEvent.class);
  }

  /** A record of the dead-letter topic. */
  record DeadLetter(String code, String reason, String origin, byte[] value) {}

  List<DeadLetter> deadLetters() {
    return deadLetters.readRecordsToList().stream()
        .map(
            r ->
                new DeadLetter(
                    header(r, DeadLetterHeaders.CODE),
                    header(r, DeadLetterHeaders.REASON),
                    header(r, DeadLetterHeaders.ORIGIN),
                    r.value()))
        .toList();
  }

  /** Reads the stories topic and returns the ids of retired stories. */
  List<String> tombstones() {
    return driver
        .createOutputTopic(
            Topic.STORIES.name(SETTINGS.prefix()),
            new StringDeserializer(),
            new ByteArrayDeserializer())
        .readRecordsToList()
        .stream()
        .filter(r -> r.value() == null)
        .map(TestRecord::key)
        .toList();
  }

  /**
   * Discards the records that no test has read, of all topics, so that they do not fill the heap.
   */
  void discardOutputs() {
    for (String topic : driver.producedTopicNames()) {
      driver
          .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
          .readRecordsToList();
    }
  }

  private static String header(TestRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private <T> List<T> values(Topic topic, Class<T> type) {
    return driver
        .createOutputTopic(
            topic.name(SETTINGS.prefix()),
            new StringDeserializer(),
            new JsonSerde<>(type).deserializer())
        .readValuesToList();
  }

  @Override
  public void close() {
    driver.close();
  }
}
