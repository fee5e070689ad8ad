package dev.storywire.story;

import dev.storywire.dedup.CopyIndex;
import dev.storywire.dedup.CopyMatch;
import dev.storywire.dedup.CopyModel;
import dev.storywire.dedup.Fingerprint;
import dev.storywire.entities.NameBook;
import dev.storywire.schemas.Entity;
import dev.storywire.story.cluster.ClusterIndex;
import dev.storywire.story.cluster.DecisionObserver;
import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.cluster.Repair;
import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.vector.ArticleView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lane's working memory: what it compares an article with. Every change is written to the {@link
 * LaneStore} as it is made, and a new one reads it all back.
 */
final class LaneMemory {
  private static final int FORGOTTEN_AT_ONCE = 64;

  private final LaneStore store;
  private final CopyIndex copies;
  private final ClusterIndex stories;
  private final NameBook names;

  LaneMemory(LaneStore store, StoryModels models) {
    this.store = store;
    this.stories = new ClusterIndex(models, DecisionObserver.NONE);
    this.names = new NameBook(store.names());
    this.copies =
        CopyIndex.restore(CopyModel.shipped(), store.memories(LaneStore.Memory.COPIES).stream());
    stories.restore(
        store.memories(LaneStore.Memory.STORIES).stream().map(Map.Entry::getValue).toList(),
        store.clock());
  }

  /** The original that an article copies, if it is a copy. */
  @Nullable CopyMatch original(PreparedArticle article, long order) {
    return copies
        .find(article.uri(), order, at(article), article.fingerprint(), this::fingerprint)
        .orElse(null);
  }

  /** What the article's names stand for in this lane. */
  List<Entity> entities(PreparedArticle article) {
    return names.link(article.names(), article.orderTime());
  }

  /** Which story the article belongs to. */
  JoinDecision story(PreparedArticle article, List<Entity> entities) {
    return stories.decide(ArticleView.of(article, entities));
  }

  void remember(
      PreparedArticle article,
      long order,
      @Nullable CopyMatch match,
      List<Entity> entities,
      String storyId) {
    String uri = article.uri();
    byte[] copy = copies.remember(uri, order, at(article), article.fingerprint(), match);
    stories.add(ArticleView.of(article, entities), storyId);
    store.putMemory(LaneStore.Memory.COPIES, uri, copy);
    store.putMemory(LaneStore.Memory.STORIES, uri, stories.encode(uri));
  }

  void forget(String uri) {
    if (copies.forget(uri)) {
      store.deleteMemory(LaneStore.Memory.COPIES, uri);
    }
    stories.remove(uri);
    store.deleteMemory(LaneStore.Memory.STORIES, uri);
  }

  /** Moves the windows on. */
  void advance(long now) {
    copies
        .expire(Instant.ofEpochMilli(now).minus(CopyModel.WINDOW), FORGOTTEN_AT_ONCE)
        .forEach(uri -> store.deleteMemory(LaneStore.Memory.COPIES, uri));
    stories.advance(now).forEach(uri -> store.deleteMemory(LaneStore.Memory.STORIES, uri));
  }

  List<Repair> repairs(String storyId) {
    return stories.repairs(storyId);
  }

  /** Carries a repair out; says which articles moved. */
  List<String> apply(Repair repair, @Nullable String newStoryId) {
    List<String> moved = stories.apply(repair, newStoryId);
    moved.forEach(uri -> store.putMemory(LaneStore.Memory.STORIES, uri, stories.encode(uri)));
    return moved;
  }

  /** Members of a story that are remembered, oldest first. */
  List<String> members(String storyId) {
    return stories.members(storyId);
  }

  /** The remembered copies of an article, by its number in the lane. */
  List<String> copies(long order) {
    return copies.copies(order);
  }

  private static Instant at(PreparedArticle article) {
    return Instant.ofEpochMilli(article.orderTime());
  }

  private @Nullable Fingerprint fingerprint(String uri) {
    ArticleRecord record = store.article(uri);
    PreparedArticle article = record == null ? null : record.article();
    return article == null ? null : article.fingerprint();
  }
}
