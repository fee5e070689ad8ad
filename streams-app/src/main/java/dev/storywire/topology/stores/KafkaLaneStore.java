package dev.storywire.topology.stores;

import dev.storywire.dedup.Fingerprint;
import dev.storywire.entities.NameStore;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.ArticleRecord;
import dev.storywire.story.state.ClockJump;
import dev.storywire.story.state.Deadline;
import dev.storywire.story.state.EditRecord;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.state.SlugRecord;
import dev.storywire.story.state.StoryRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** The store of one lane. Its changes are part of the unit of work of the partition. */
final class KafkaLaneStore implements LaneStore {
  /** Suffix of the key of a lane's counter; also begins its other suffixes. No lane contains it. */
  static final String ORDER = "#";

  // keys of existing state keep their names
  private static final String JUMP_TIME = ORDER + "lead-time";
  private static final String JUMP_SOURCE = ORDER + "lead-source";

  /** Maximum number of stories in the cache, of about 10 kB each. */
  private static final int CACHED_STORIES = 1_000;

  private final String lane;
  private final UnitOfWork work;
  private final NameStore names;
  private final LaneDeadlines deadlines;
  private final LruCache<StoryRecord> recentStories = new LruCache<>(CACHED_STORIES);
  private long clock;
  private @Nullable ClockJump jump;

  KafkaLaneStore(String lane, UnitOfWork work, WorkBudget budget) {
    this.lane = lane;
    this.work = work;
    this.names = new KafkaNameStore(lane, work.names, budget);
    this.deadlines = new LaneDeadlines(lane, work.deadlines);
    Long known = work.lanes.get(lane);
    this.clock = known == null ? Long.MIN_VALUE : known;
    this.jump = storedJump();
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
    deadlines.schedule(deadline);
  }

  @Override
  public @Nullable Deadline pollDue(long now) {
    return deadlines.pollDue(now);
  }

  @Override
  public long clock() {
    return clock;
  }

  @Override
  public void setClock(long eventTime) {
    if (eventTime != clock) {
      clock = eventTime;
      work.lanes.put(lane, eventTime);
    }
  }

  @Override
  public @Nullable ClockJump jump() {
    return jump;
  }

  @Override
  public void setJump(@Nullable ClockJump newJump) {
    jump = newJump;
    if (newJump == null) {
      work.lanes.delete(lane + JUMP_TIME);
      work.lanes.delete(lane + JUMP_SOURCE);
    } else {
      work.lanes.put(lane + JUMP_TIME, newJump.time());
      work.lanes.put(lane + JUMP_SOURCE, ((long) newJump.source() << 32) | newJump.count());
    }
  }

  private @Nullable ClockJump storedJump() {
    Long time = work.lanes.get(lane + JUMP_TIME);
    Long source = work.lanes.get(lane + JUMP_SOURCE);
    return time == null || source == null
        ? null
        : new ClockJump(time, (int) (source >> 32), source.intValue(), false);
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

  private String laneKey(String id) {
    return lane + '\0' + id;
  }

  private Bytes key(char kind, String uri) {
    return Bytes.wrap((lane + '\0' + kind + uri).getBytes(StandardCharsets.UTF_8));
  }
}
