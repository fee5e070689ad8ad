package dev.storywire.topology.stores;

import dev.storywire.entities.NameStore;
import dev.storywire.story.ArticleRecord;
import dev.storywire.story.Deadline;
import dev.storywire.story.LaneStore;
import dev.storywire.story.SlugRecord;
import dev.storywire.story.StoryRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A lane's store over the state stores of its partition. */
public final class KafkaLaneStore implements LaneStore {
  /** Behind a lane's name, which cannot hold it: the key of its counter. */
  public static final String ORDER = "#";

  /** Stories kept at hand, some ten thousand bytes each. */
  private static final int AT_HAND = 1_000;

  private final String lane;
  private final KeyValueStore<String, ArticleRecord> articles;
  private final KeyValueStore<String, SlugRecord> slugs;
  private final KeyValueStore<String, StoryRecord> stories;
  private final KeyValueStore<Bytes, byte[]> memory;
  private final KeyValueStore<Bytes, byte[]> deadlines;
  private final KeyValueStore<String, Long> lanes;
  private final NameStore names;
  private final LruCache<StoryRecord> recentStories = new LruCache<>(AT_HAND);
  private long clock;
  private long nextDue = Long.MIN_VALUE;
  private Bytes dueFrom;

  public KafkaLaneStore(String lane, ProcessorContext<?, ?> context) {
    this.lane = lane;
    this.articles = context.getStateStore(StateStores.ARTICLES);
    this.slugs = context.getStateStore(StateStores.SLUGS);
    this.stories = context.getStateStore(StateStores.STORY_CLUSTERS);
    this.memory = context.getStateStore(StateStores.LANE_MEMORY);
    this.deadlines = context.getStateStore(StateStores.DEADLINES);
    this.lanes = context.getStateStore(StateStores.LANES);
    this.names = new KafkaNameStore(lane, context.getStateStore(StateStores.NAMES));
    @Nullable Long known = lanes.get(lane);
    this.clock = known == null ? Long.MIN_VALUE : known;
    this.dueFrom = deadline(Long.MIN_VALUE, (byte) 0, "");
  }

  @Override
  public @Nullable ArticleRecord article(String uri) {
    return articles.get(uri);
  }

  @Override
  public void put(ArticleRecord article) {
    articles.put(article.uri(), article);
  }

  @Override
  public void forgetArticle(String uri) {
    articles.delete(uri);
  }

  @Override
  public @Nullable SlugRecord slug(String slug) {
    return slugs.get(slugKey(slug));
  }

  @Override
  public void put(SlugRecord slug) {
    slugs.put(slugKey(slug.slug()), slug);
  }

  @Override
  public void forgetSlug(String slug) {
    slugs.delete(slugKey(slug));
  }

  @Override
  public @Nullable StoryRecord story(String storyId) {
    StoryRecord story = recentStories.get(storyId);
    if (story == null) {
      story = stories.get(storyId);
      if (story != null) {
        recentStories.put(storyId, story);
      }
    }
    return story;
  }

  @Override
  public void put(StoryRecord story) {
    recentStories.put(story.storyId(), story);
    stories.put(story.storyId(), story);
  }

  @Override
  public void forgetStory(String storyId) {
    recentStories.remove(storyId);
    stories.delete(storyId);
  }

  @Override
  public void remember(Memory kind, String uri, byte[] bytes) {
    memory.put(key(kind.code(), uri), bytes);
  }

  @Override
  public void forget(Memory kind, String uri) {
    memory.delete(key(kind.code(), uri));
  }

  @Override
  public List<Map.Entry<String, byte[]>> memories(Memory kind) {
    List<Map.Entry<String, byte[]>> all = new ArrayList<>();
    int prefix = key(kind.code(), "").get().length;
    char next = (char) (kind.code() + 1);
    try (KeyValueIterator<Bytes, byte[]> entries =
        memory.range(key(kind.code(), ""), key(next, ""))) {
      entries.forEachRemaining(
          entry -> {
            byte[] key = entry.key.get();
            String uri = new String(key, prefix, key.length - prefix, StandardCharsets.UTF_8);
            all.add(Map.entry(uri, entry.value));
          });
    }
    return all;
  }

  @Override
  public void agree(Deadline deadline) {
    deadlines.put(deadline(deadline), new byte[0]);
    nextDue = Math.min(nextDue, deadline.at());
    if (deadline(deadline).compareTo(dueFrom) < 0) {
      dueFrom = deadline(deadline);
    }
  }

  @Override
  public @Nullable Deadline due(long now) {
    if (nextDue > now) {
      return null;
    }
    Bytes end = deadline(Long.MAX_VALUE, (byte) 0, "");
    // from the last one on, not from the start: what was due before has left graves there
    try (KeyValueIterator<Bytes, byte[]> entries = deadlines.range(dueFrom, end)) {
      if (!entries.hasNext()) {
        nextDue = Long.MAX_VALUE;
        return null;
      }
      KeyValue<Bytes, byte[]> entry = entries.next();
      Deadline next = deadline(entry.key);
      dueFrom = entry.key;
      nextDue = next.at();
      if (next.at() > now) {
        return null;
      }
      deadlines.delete(entry.key);
      return next;
    }
  }

  @Override
  public long clock() {
    return clock;
  }

  @Override
  public void clock(long eventTime) {
    if (eventTime != clock) {
      clock = eventTime;
      lanes.put(lane, eventTime);
    }
  }

  @Override
  public long nextOrder() {
    @Nullable Long next = lanes.get(lane + ORDER);
    long order = next == null ? 0 : next;
    lanes.put(lane + ORDER, order + 1);
    return order;
  }

  @Override
  public NameStore names() {
    return names;
  }

  /** Big-endian and sign-flipped, so that bytes sort as the times do. */
  private Bytes deadline(long at, byte kind, String id) {
    byte[] name = lane.getBytes(StandardCharsets.UTF_8);
    byte[] idBytes = id.getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(name.length + 1 + 8 + 1 + idBytes.length)
            .put(name)
            .put((byte) 0)
            .putLong(at ^ Long.MIN_VALUE)
            .put(kind)
            .put(idBytes)
            .array());
  }

  private Bytes deadline(Deadline deadline) {
    return deadline(deadline.at(), deadline.kind().code(), deadline.id());
  }

  private Deadline deadline(Bytes key) {
    ByteBuffer in = ByteBuffer.wrap(key.get());
    in.position(lane.getBytes(StandardCharsets.UTF_8).length + 1);
    long at = in.getLong() ^ Long.MIN_VALUE;
    Deadline.Kind kind = Deadline.Kind.of(in.get());
    byte[] id = new byte[in.remaining()];
    in.get(id);
    return new Deadline(at, kind, new String(id, StandardCharsets.UTF_8));
  }

  private String slugKey(String slug) {
    return lane + '\0' + slug;
  }

  private Bytes key(char kind, String uri) {
    return Bytes.wrap((lane + '\0' + kind + uri).getBytes(StandardCharsets.UTF_8));
  }
}
