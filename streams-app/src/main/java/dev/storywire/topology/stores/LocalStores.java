package dev.storywire.topology.stores;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Json;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.StoryRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads the state stores of this instance from outside the flow. Every method throws {@link
 * InvalidStateStoreException} while stores are being moved or restored.
 */
public final class LocalStores {
  private static final Comparator<ArticleVerdict> LATEST =
      Comparator.comparingInt(ArticleVerdict::version)
          .thenComparing(ArticleVerdict::decidedAt)
          .thenComparing(ArticleVerdict::lane);

  private final KafkaStreams streams;

  /** Creates a reader of the stores of a flow, which may still be starting. */
  public LocalStores(KafkaStreams streams) {
    this.streams = streams;
  }

  /** Returns the latest snapshot of a story. */
  public Optional<Story> story(String storyId) {
    ReadOnlyKeyValueStore<String, StoryRecord> stories = store(StateStores.STORY_CLUSTERS);
    return Optional.ofNullable(stories.get(storyId)).map(StoryRecord::snapshot);
  }

  /**
   * Returns the latest verdict on an article.
   *
   * <p>Several partitions may hold a record of one uri: the lane that decided the article, and
   * lanes that only remember that the article, or an advisory about it, belongs elsewhere. {@code
   * get} returns the first record found, with or without a verdict; a range returns them all.
   */
  public Optional<ArticleVerdict> verdict(String uri) {
    ReadOnlyKeyValueStore<String, ArticleRecord> articles = store(StateStores.ARTICLES);
    List<ArticleVerdict> verdicts = new ArrayList<>();
    try (KeyValueIterator<String, ArticleRecord> records = articles.range(uri, uri)) {
      while (records.hasNext()) {
        ArticleVerdict verdict = records.next().value.verdict();
        if (verdict != null) {
          verdicts.add(verdict);
        }
      }
    }
    return verdicts.stream().max(LATEST);
  }

  /** Returns the last events of a story, oldest first. */
  public List<StoryEvent> events(String storyId, int limit) {
    List<StoryEvent> events = new ArrayList<>();
    ReadOnlyKeyValueStore<Bytes, byte[]> log = store(StateStores.STORY_LOG);
    for (byte[] event : StoryLog.read(log, storyId, limit)) {
      try {
        events.add(Json.mapper().readValue(event, StoryEvent.class));
      } catch (IOException e) {
        throw new UncheckedIOException("a stored event cannot be read", e);
      }
    }
    return events;
  }

  /**
   * Returns the clocks of the lanes known here. Each partition has a clock of every lane that it
   * has read about; only that of the partition that decides the lane is current, so the highest one
   * is returned.
   */
  public Map<String, Instant> lanes() {
    ReadOnlyKeyValueStore<String, Long> lanes = store(StateStores.LANES);
    Map<String, Instant> clocks = new TreeMap<>();
    try (KeyValueIterator<String, Long> all = lanes.all()) {
      while (all.hasNext()) {
        KeyValue<String, Long> lane = all.next();
        if (lane.key.contains(KafkaLaneStore.ORDER)) {
          continue;
        }
        Instant clock = Instant.ofEpochMilli(lane.value);
        clocks.merge(lane.key, clock, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return clocks;
  }

  private <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
    return streams.store(
        StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
  }
}
