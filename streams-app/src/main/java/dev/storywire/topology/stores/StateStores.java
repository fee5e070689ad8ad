package dev.storywire.topology.stores;

import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.EditRecord;
import dev.storywire.story.state.SlugRecord;
import dev.storywire.story.state.StoryRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The state stores: RocksDB, with changelogs. A released name is never changed: the data under the
 * old name would be lost.
 */
public final class StateStores {
  /** The state record of each article, by uri. */
  public static final String ARTICLES = "articles";

  /** The content record of each article that has one, by uri. */
  public static final String CONTENTS = "contents";

  /** The articles to which a slug refers, by lane and hash of the slug. */
  public static final String SLUGS = "slugs";

  /** The current stories, by story id; queryable. */
  public static final String STORY_CLUSTERS = "story-clusters";

  /** The edits of editors, by lane and id. */
  public static final String EDITS = "edits";

  /** The last events of each story, by story id and seq. */
  public static final String STORY_LOG = "story-log";

  /** Articles held until their order is known, and the progress of the raw partitions. */
  public static final String ORDER = "order";

  /** The data from which a lane memory is rebuilt, by lane, kind and uri. */
  public static final String LANE_MEMORY = "lane-memory";

  /** The deadlines of articles, stories, slugs and edits, by lane and time. */
  public static final String DEADLINES = "deadlines";

  /**
   * The clock and the counter of each lane, its articles ahead of the clock, and the layout
   * version.
   */
  public static final String LANES = "lanes";

  /**
   * Names by lane and id, candidates by lane and spelling, and the entries used on a day by lane
   * and day.
   */
  public static final String NAMES = "names";

  private StateStores() {}

  /** Returns the names of all stores. Each has a changelog. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    names.add(order(Map.of()).name());
    assign(Map.of()).forEach(store -> names.add(store.name()));
    return names;
  }

  public static StoreBuilder<?> order(Map<String, String> changelog) {
    return store(
        Stores.persistentKeyValueStore(ORDER), Serdes.Bytes(), Serdes.ByteArray(), changelog);
  }

  public static List<StoreBuilder<?>> assign(Map<String, String> changelog) {
    return assign(Stores::persistentKeyValueStore, changelog);
  }

  /** Returns the stores of the assign step on other storage than RocksDB. */
  static List<StoreBuilder<?>> assign(
      Function<String, KeyValueBytesStoreSupplier> storage, Map<String, String> changelog) {
    return List.of(
        store(
            storage.apply(ARTICLES),
            Serdes.String(),
            SmileSerde.serde(ArticleRecord.class),
            changelog),
        store(storage.apply(CONTENTS), Serdes.String(), EncodedArticle.serde(), changelog),
        store(storage.apply(SLUGS), Serdes.String(), SmileSerde.serde(SlugRecord.class), changelog),
        store(
            storage.apply(STORY_CLUSTERS),
            Serdes.String(),
            SmileSerde.serde(StoryRecord.class),
            changelog),
        store(storage.apply(EDITS), Serdes.String(), SmileSerde.serde(EditRecord.class), changelog),
        store(storage.apply(STORY_LOG), Serdes.Bytes(), Serdes.ByteArray(), changelog),
        store(storage.apply(LANE_MEMORY), Serdes.Bytes(), Serdes.ByteArray(), changelog),
        store(storage.apply(DEADLINES), Serdes.Bytes(), Serdes.ByteArray(), changelog),
        store(storage.apply(NAMES), Serdes.String(), Serdes.ByteArray(), changelog),
        // written with every article, read at start: the cache makes it one record a commit
        store(storage.apply(LANES), Serdes.String(), Serdes.Long(), changelog)
            .withCachingEnabled());
  }

  private static <K, V> StoreBuilder<?> store(
      KeyValueBytesStoreSupplier storage,
      Serde<K> key,
      Serde<V> value,
      Map<String, String> changelog) {
    return Stores.keyValueStoreBuilder(storage, key, value).withLoggingEnabled(changelog);
  }
}
