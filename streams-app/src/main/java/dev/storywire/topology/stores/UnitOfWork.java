package dev.storywire.topology.stores;

import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.EditRecord;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.PartitionStore;
import dev.storywire.story.state.SignatureStore;
import dev.storywire.story.state.SlugRecord;
import dev.storywire.story.state.StoryRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * All changes that one record makes to the stores of a partition: committed together, or discarded
 * together if deciding the record fails. Stores that hold caches, such as a lane's, must be dropped
 * after {@link #discard}.
 */
public final class UnitOfWork implements PartitionStore {
  /** Iteration order of string keys in RocksDB; {@code String.compareTo} differs beyond the BMP. */
  private static final Comparator<String> BY_UTF8 =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private static final Comparator<Bytes> BY_BYTES = Comparator.naturalOrder();

  final BufferedStore<String, ArticleRecord> articles;
  final BufferedStore<String, EncodedArticle> contents;
  final BufferedStore<String, SlugRecord> slugs;
  final BufferedStore<String, StoryRecord> stories;
  final BufferedStore<String, EditRecord> edits;
  final BufferedStore<Bytes, byte[]> memory;
  final BufferedStore<Bytes, byte[]> deadlines;
  final BufferedStore<String, Long> lanes;
  final BufferedStore<String, byte[]> names;
  final BufferedStore<Bytes, byte[]> storyLog;
  private final List<BufferedStore<?, ?>> all = new ArrayList<>();
  private final StoreLayout layout;
  private final WorkBudget budget = new WorkBudget();
  private @Nullable EncodedArticle arriving;

  /**
   * Creates a unit of work over the stores of a task.
   *
   * @throws StoreLayoutException if a release with another layout wrote them
   */
  public UnitOfWork(ProcessorContext<?, ?> context) {
    articles = buffer(context.getStateStore(StateStores.ARTICLES), BY_UTF8);
    contents = buffer(context.getStateStore(StateStores.CONTENTS), BY_UTF8);
    slugs = buffer(context.getStateStore(StateStores.SLUGS), BY_UTF8);
    stories = buffer(context.getStateStore(StateStores.STORY_CLUSTERS), BY_UTF8);
    edits = buffer(context.getStateStore(StateStores.EDITS), BY_UTF8);
    memory = buffer(context.getStateStore(StateStores.LANE_MEMORY), BY_BYTES);
    deadlines = buffer(context.getStateStore(StateStores.DEADLINES), BY_BYTES);
    KeyValueStore<String, Long> laneStore = context.getStateStore(StateStores.LANES);
    layout = new StoreLayout(laneStore);
    lanes = buffer(laneStore, BY_UTF8);
    names = buffer(context.getStateStore(StateStores.NAMES), BY_UTF8);
    storyLog = buffer(context.getStateStore(StateStores.STORY_LOG), BY_BYTES);
  }

  @Override
  public @Nullable ArticleRecord article(String uri) {
    return articles.get(uri);
  }

  @Override
  public @Nullable Long clock(String lane) {
    return lanes.get(lane);
  }

  @Override
  public LaneStore lane(String name) {
    return new KafkaLaneStore(name, this, budget);
  }

  @Override
  public SignatureStore signatures() {
    return new KafkaSignatureStore(memory);
  }

  /** Starts the unit of work of an article, whose content is stored as the bytes that arrived. */
  public PreparedArticle begin(EncodedArticle article) {
    arriving = article;
    return article.article();
  }

  /** Returns the encoded form of an article: the bytes that arrived, or newly encoded bytes. */
  EncodedArticle encoded(PreparedArticle article) {
    EncodedArticle current = arriving;
    return current != null
            && current.article().uri().equals(article.uri())
            && current.article().version() == article.version()
        ? current
        : EncodedArticle.of(article);
  }

  /** Returns the log of the stories' last events. */
  public StoryLog storyLog() {
    return new StoryLog(storyLog);
  }

  /** Writes all changes to the stores. */
  public void commit() {
    layout.write();
    all.forEach(BufferedStore::commit);
    end();
  }

  /** Drops all changes. */
  public void discard() {
    all.forEach(BufferedStore::discard);
    end();
  }

  private void end() {
    budget.reset();
    arriving = null;
  }

  private <K, V> BufferedStore<K, V> buffer(KeyValueStore<K, V> store, Comparator<K> order) {
    BufferedStore<K, V> buffer = new BufferedStore<>(store, order);
    all.add(buffer);
    return buffer;
  }
}
