package dev.storywire.app.service;

import dev.storywire.app.process.Version;
import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.query.Catalog;
import dev.storywire.serve.query.NotReadyException;
import dev.storywire.serve.query.ServiceStatus;
import dev.storywire.serve.query.StoryQueries;
import dev.storywire.topology.OffsetMonitor;
import dev.storywire.topology.stores.LocalStores;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Answers queries from the state stores of this instance, and queries for the list from its feed.
 */
final class StoreQueries implements StoryQueries {
  private final KafkaStreams streams;
  private final StreamFailures failures;
  private final LocalStores stores;
  private final TopicFeed feed;
  private final OffsetMonitor offsets;
  private final ProgressWatch watch = new ProgressWatch();
  private final String instance;

  StoreQueries(
      KafkaStreams streams,
      StreamFailures failures,
      TopicFeed feed,
      OffsetMonitor offsets,
      String instance) {
    this.streams = streams;
    this.failures = failures;
    this.stores = new LocalStores(streams);
    this.feed = feed;
    this.offsets = offsets;
    this.instance = instance;
  }

  @Override
  public Catalog catalog() {
    return feed.catalog();
  }

  @Override
  public Optional<Story> story(String storyId) {
    return whenReady(() -> stores.story(storyId));
  }

  @Override
  public Optional<ArticleVerdict> article(String uri) {
    return whenReady(() -> stores.verdict(uri));
  }

  @Override
  public List<StoryEvent> events(String storyId, int limit) {
    return whenReady(() -> stores.events(storyId, limit));
  }

  @Override
  public ServiceStatus status() {
    InstanceCondition condition =
        InstanceCondition.of(
            streams.state(),
            new InstanceCondition.Checks(
                failures::diskFull, this::stall, offsets::silence, feed::failure));
    Map<String, Instant> clocks;
    try {
      clocks = stores.lanes();
    } catch (InvalidStateStoreException e) {
      clocks = Map.of();
    }
    List<ServiceStatus.LaneStatus> lanes = feed.lanes(clocks);
    return new ServiceStatus(
        Version.release(),
        instance,
        condition.state(),
        condition.sentence(),
        clocks.values().stream().max(Comparator.naturalOrder()).orElse(null),
        offsets.lag(),
        ServiceStatus.counts(lanes),
        lanes,
        List.of());
  }

  private Optional<String> stall() {
    // while a lane is behind, raw records wait on purpose
    Set<Integer> own = offsets.isLaneBehind() ? Set.of() : rawPartitions();
    return watch.findStall(own, offsets.latest(), Instant.now());
  }

  /** Returns the raw partitions that this instance reads. */
  private Set<Integer> rawPartitions() {
    return streams.metadataForLocalThreads().stream()
        .flatMap(thread -> thread.activeTasks().stream())
        .flatMap(task -> task.topicPartitions().stream())
        .filter(partition -> partition.topic().equals(offsets.topic()))
        .map(TopicPartition::partition)
        .collect(Collectors.toSet());
  }

  private static <T> T whenReady(Supplier<T> query) {
    try {
      return query.get();
    } catch (InvalidStateStoreException e) {
      throw new NotReadyException("The stores are being moved or restored; try again in a moment.");
    }
  }
}
