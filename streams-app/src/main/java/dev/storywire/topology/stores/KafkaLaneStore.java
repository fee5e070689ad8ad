package dev.storywire.topology.stores;

import dev.storywire.dedup.Fingerprint;
import dev.storywire.entities.NameStore;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.Deadline;
import dev.storywire.story.state.EditRecord;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.SlugRecord;
import dev.storywire.story.state.StoryRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** A lane's store, over the unit of work of its partition. */
final class KafkaLaneStore implements LaneStore {
  /** Suffix of the key of a lane's counter; no lane name contains it. */
  static final String ORDER = "#";

  /** Some ten thousand bytes each. */
  private static final int CACHED_STORIES = 1_000;

  private final String lane;
  private final UnitOfWork work;
  private final NameStore names;
  private final LruCache<StoryRecord> recentStories = new LruCache<>(CACHED_STORIES);
  private long clock;
  private long nextDue = Long.MIN_VALUE;
  private Bytes dueFrom;

  KafkaLaneStore(String lane, UnitOfWork work, WorkBudget budget) {
    this.lane = lane;
    this.work = work;
    this.names = new KafkaNameStore(lane, work.names, budget);
    Long known = work.lanes.get(lane);
    this.clock = known == null ? Long.MIN_VALUE : known;
    this.dueFrom = deadline(Long.MIN_VALUE, (byte) 0, "");
  }

  @Override
  public @Nullable ArticleRecord article(String uri) {
    return work.articles.get(uri);
  }

  @Override
  public void put(ArticleRecord article) {
    work.articles.put(article.uri(), article);
  }

  @Override
  public void deleteArticle(String uri) {
    work.articles.delete(uri);
  }

  @Override
  public @Nullable PreparedArticle content(String uri) {
    EncodedArticle content = work.contents.get(uri);
    return content == null ? null : content.article();
  }

  @Override
  public @Nullable Fingerprint fingerprint(String uri) {
    EncodedArticle content = work.contents.get(uri);
    return content == null ? null : content.fingerprint();
  }

  @Override
  public void putContent(PreparedArticle article) {
    work.contents.put(article.uri(), work.encoded(article));
  }

  @Override
  public void deleteContent(String uri) {
    work.contents.delete(uri);
  }

  @Override
  public @Nullable SlugRecord slug(String slug) {
    return work.slugs.get(laneKey(slug));
  }

  @Override
  public void put(SlugRecord slug) {
    work.slugs.put(laneKey(slug.slug()), slug);
  }

  @Override
  public void deleteSlug(String slug) {
    work.slugs.delete(laneKey(slug));
  }

  @Override
  public @Nullable StoryRecord story(String storyId) {
    StoryRecord story = recentStories.get(storyId);
    if (story == null) {
      story = work.stories.get(storyId);
      if (story != null) {
        recentStories.put(storyId, story);
      }
    }
    return story;
  }

  @Override
  public void put(StoryRecord story) {
    recentStories.put(story.storyId(), story);
    work.stories.put(story.storyId(), story);
  }

  @Override
  public void deleteStory(String storyId) {
    recentStories.remove(storyId);
    work.stories.delete(storyId);
  }

  @Override
  public @Nullable EditRecord edit(String id) {
    return work.edits.get(laneKey(id));
  }

  @Override
  public void put(EditRecord edit) {
    work.edits.put(laneKey(edit.id()), edit);
  }

  @Override
  public void deleteEdit(String id) {
    work.edits.delete(laneKey(id));
  }

  @Override
  public void putMemory(Memory kind, String uri, byte[] bytes) {
    work.memory.put(key(kind.code(), uri), bytes);
  }

  @Override
  public void deleteMemory(Memory kind, String uri) {
    work.memory.delete(key(kind.code(), uri));
  }

  @Override
  public List<Map.Entry<String, byte[]>> memories(Memory kind) {
    List<Map.Entry<String, byte[]>> all = new ArrayList<>();
    Bytes first = key(kind.code(), "");
    Bytes end = key((char) (kind.code() + 1), "");
    int prefix = first.get().length;
    for (KeyValue<Bytes, byte[]> entry : work.memory.range(first, end, Integer.MAX_VALUE)) {
      byte[] key = entry.key.get();
      String uri = new String(key, prefix, key.length - prefix, StandardCharsets.UTF_8);
      all.add(Map.entry(uri, entry.value));
    }
    return all;
  }

  @Override
  public void schedule(Deadline deadline) {
    Bytes key = deadline(deadline.at(), deadline.kind().code(), deadline.id());
    work.deadlines.put(key, new byte[0]);
    nextDue = Math.min(nextDue, deadline.at());
    if (key.compareTo(dueFrom) < 0) {
      dueFrom = key;
    }
  }

  @Override
  public @Nullable Deadline pollDue(long now) {
    if (nextDue > now) {
      return null;
    }
    Bytes end = deadline(Long.MAX_VALUE, (byte) 0, "");
    // starts at the last one found: the range before it is full of tombstones
    List<KeyValue<Bytes, byte[]>> first = work.deadlines.range(dueFrom, end, 1);
    if (first.isEmpty()) {
      nextDue = Long.MAX_VALUE;
      return null;
    }
    Bytes key = first.get(0).key;
    Deadline next = deadline(key);
    dueFrom = key;
    nextDue = next.at();
    if (next.at() > now) {
      return null;
    }
    work.deadlines.delete(key);
    return next;
  }

  @Override
  public long clock() {
    return clock;
  }

  @Override
  public void clock(long eventTime) {
    if (eventTime != clock) {
      clock = eventTime;
      work.lanes.put(lane, eventTime);
    }
  }

  @Override
  public long nextOrder() {
    Long next = work.lanes.get(lane + ORDER);
    long order = next == null ? 0 : next;
    work.lanes.put(lane + ORDER, order + 1);
    return order;
  }

  @Override
  public NameStore names() {
    return names;
  }

  /** Returns the key of a deadline. Its bytes sort by time: big-endian, with the sign flipped. */
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

  private Deadline deadline(Bytes key) {
    ByteBuffer in = ByteBuffer.wrap(key.get());
    in.position(lane.getBytes(StandardCharsets.UTF_8).length + 1);
    long at = in.getLong() ^ Long.MIN_VALUE;
    Deadline.Kind kind = Deadline.Kind.of(in.get());
    return new Deadline(at, kind, StandardCharsets.UTF_8.decode(in).toString());
  }

  private String laneKey(String id) {
    return lane + '\0' + id;
  }

  private Bytes key(char kind, String uri) {
    return Bytes.wrap((lane + '\0' + kind + uri).getBytes(StandardCharsets.UTF_8));
  }
}
