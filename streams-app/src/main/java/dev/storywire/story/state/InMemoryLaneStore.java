package dev.storywire.story.state;

import dev.storywire.dedup.Fingerprint;
import dev.storywire.entities.InMemoryNameStore;
import dev.storywire.entities.NameStore;
import dev.storywire.story.prepare.PreparedArticle;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A lane store on the heap, for evaluation and tests. */
public final class InMemoryLaneStore implements LaneStore {
  private final Map<String, ArticleRecord> articles = new HashMap<>();
  private final Map<String, PreparedArticle> contents = new HashMap<>();
  private final Map<String, SlugRecord> slugs = new HashMap<>();
  private final Map<String, StoryRecord> stories = new HashMap<>();
  private final Map<String, EditRecord> edits = new HashMap<>();
  private final Map<Memory, Map<String, byte[]>> memories = new EnumMap<>(Memory.class);
  private final TreeSet<Deadline> deadlines =
      new TreeSet<>(
          Comparator.comparingLong(Deadline::at)
              .thenComparing(Deadline::kind)
              .thenComparing(Deadline::id));
  private final NameStore names = new InMemoryNameStore();
  private long clock = Long.MIN_VALUE;
  private @Nullable ClockJump jump;
  private long nextOrder;

  @Override
  public @Nullable ArticleRecord article(String uri) {
    return articles.get(uri);
  }

  @Override
  public void put(ArticleRecord article) {
    articles.put(article.uri(), article);
  }

  @Override
  public void deleteArticle(String uri) {
    articles.remove(uri);
  }

  @Override
  public @Nullable PreparedArticle content(String uri) {
    return contents.get(uri);
  }

  @Override
  public @Nullable Fingerprint fingerprint(String uri) {
    PreparedArticle content = contents.get(uri);
    return content == null ? null : content.fingerprint();
  }

  @Override
  public void putContent(PreparedArticle article) {
    contents.put(article.uri(), article);
  }

  @Override
  public void deleteContent(String uri) {
    contents.remove(uri);
  }

  @Override
  public @Nullable SlugRecord slug(String slug) {
    return slugs.get(slug);
  }

  @Override
  public void put(SlugRecord slug) {
    slugs.put(slug.slug(), slug);
  }

  @Override
  public void deleteSlug(String slug) {
    slugs.remove(slug);
  }

  @Override
  public @Nullable StoryRecord story(String storyId) {
    return stories.get(storyId);
  }

  @Override
  public void put(StoryRecord story) {
    stories.put(story.storyId(), story);
  }

  @Override
  public void deleteStory(String storyId) {
    stories.remove(storyId);
  }

  @Override
  public @Nullable EditRecord edit(String id) {
    return edits.get(id);
  }

  @Override
  public void put(EditRecord edit) {
    edits.put(edit.id(), edit);
  }

  @Override
  public void deleteEdit(String id) {
    edits.remove(id);
  }

  @Override
  public void putMemory(Memory kind, String uri, byte[] bytes) {
    memory(kind).put(uri, bytes);
  }

  @Override
  public void deleteMemory(Memory kind, String uri) {
    memory(kind).remove(uri);
  }

  @Override
  public List<Map.Entry<String, byte[]>> memories(Memory kind) {
    return List.copyOf(memory(kind).entrySet());
  }

  @Override
  public void schedule(Deadline deadline) {
    deadlines.add(deadline);
  }

  @Override
  public @Nullable Deadline pollDue(long now) {
    return deadlines.isEmpty() || deadlines.first().at() > now ? null : deadlines.pollFirst();
  }

  @Override
  public long clock() {
    return clock;
  }

  @Override
  public void setClock(long eventTime) {
    clock = eventTime;
  }

  @Override
  public @Nullable ClockJump jump() {
    return jump;
  }

  @Override
  public void setJump(@Nullable ClockJump jump) {
    this.jump = jump;
  }

  @Override
  public long nextOrder() {
    return nextOrder++;
  }

  @Override
  public NameStore names() {
    return names;
  }

  private Map<String, byte[]> memory(Memory kind) {
    return memories.computeIfAbsent(kind, unseen -> new TreeMap<>());
  }
}
