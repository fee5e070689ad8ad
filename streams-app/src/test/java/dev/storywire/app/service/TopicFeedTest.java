package dev.storywire.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storywire.schemas.JsonSerde;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryBuilder;
import dev.storywire.serve.query.StoryQuery;
import dev.storywire.topology.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Checks that the feed reports an error and continues at its last offset, and that it applies only
 * the newest of several snapshots of a story.
 */
@Timeout(30)
class TopicFeedTest {
  private static final String TOPIC = "test.stories";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  private final Deque<MockConsumer<String, byte[]>> consumers = new ConcurrentLinkedDeque<>();
  private volatile boolean brokerAway;

  @Test
  void reportsAnErrorAndReconnects() throws InterruptedException {
    try (TopicFeed feed = new TopicFeed(this::connect, TOPIC, Duration.ofMillis(50))) {
      await(() -> !consumers.isEmpty() && consumers.getLast().assignment().contains(PARTITION));
      add(0, "s1", 1);
      await(() -> feed.size() == 1);
      assertThat(feed.failure()).isEmpty();

      brokerAway = true;
      consumers.getLast().setPollException(new KafkaException("no broker"));
      await(() -> feed.failure().isPresent());
      assertThat(feed.failure().orElseThrow()).contains("no broker");

      brokerAway = false;
      await(() -> consumers.size() == 2 && feed.failure().isEmpty());
      assertThat(consumers.getLast().position(PARTITION)).isEqualTo(1);
      add(1, "s2", 1);
      await(() -> feed.catalog().stories(StoryQuery.all()).stories().size() == 2);
    }
  }

  @Test
  void skipsSnapshotsThatAreAlreadySuperseded() throws InterruptedException {
    List<String> updates = new CopyOnWriteArrayList<>();
    try (TopicFeed feed = new TopicFeed(this::connect, TOPIC, Duration.ofMillis(50))) {
      await(() -> !consumers.isEmpty() && consumers.getLast().assignment().contains(PARTITION));
      feed.subscribe(
          update ->
              updates.add(update.storyId() + " " + Objects.requireNonNull(update.story()).seq()));
      consumers
          .getLast()
          .schedulePollTask(
              () -> {
                add(0, "s1", 1);
                add(1, "s2", 1);
                add(2, "s1", 2);
              });
      await(() -> updates.size() == 2);
    }
    assertThat(updates).containsExactly("s1 2", "s2 1");
  }

  private TopicReader<String> connect() {
    if (brokerAway) {
      throw new KafkaException("no broker");
    }
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    Node node = new Node(0, "localhost", 9092);
    consumer.updatePartitions(
        TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, new Node[] {node}, new Node[] {node})));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumers.add(consumer);
    return new TopicReader<>(consumer);
  }

  private void add(long offset, String storyId, int seq) {
    consumers
        .getLast()
        .addRecord(
            new ConsumerRecord<>(
                TOPIC,
                0,
                offset,
                storyId,
                new JsonSerde<>(Story.class).serializer().serialize(TOPIC, story(storyId, seq))));
  }

  private static Story story(String storyId, int seq) {
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");
    return StoryBuilder.builder()
        .storyId(storyId)
        .seq(seq)
        .lane("en")
        .status(Story.Status.OPEN)
        .headline("Bridge closed")
        .firstSeen(noon)
        .lastUpdated(noon)
        .articleCount(1)
        .copyCount(0)
        .sourceCount(1)
        .build();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(10);
    }
  }
}
