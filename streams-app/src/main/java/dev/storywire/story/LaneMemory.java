package dev.storywire.story;

import dev.storywire.dedup.CopyIndex;
import dev.storywire.dedup.CopyMatch;
import dev.storywire.dedup.CopyModel;
import dev.storywire.entities.NameBook;
import dev.storywire.schemas.Entity;
import dev.storywire.story.cluster.DecisionObserver;
import dev.storywire.story.cluster.JoinDecision;
import dev.storywire.story.cluster.Repair;
import dev.storywire.story.cluster.StoryIndex;
import dev.storywire.story.cluster.StoryModels;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.state.LaneStore;
import dev.storywire.story.vector.ArticleView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lane memory: the indexes that an article is compared with. Each change is written to the
 * {@link LaneStore} when it is made, and a new memory is read from there.
 */
final class LaneMemory {
  private static final int MAX_EXPIRED_PER_STEP = 64;

  private final LaneStore store;
  private final CopyIndex copies;
  private final StoryIndex stories;
  private final NameBook names;

  LaneMemory(LaneStore store, StoryModels models) {
    this.store = store;
    this.stories = new StoryIndex(models, DecisionObserver.NONE);
    this.names = new NameBook(store.names());
    this.copies =
        CopyIndex.restore(CopyModel.shipped(), store.memories(LaneStore.Memory.COPIES).stream());
    stories.restore(
        store.memories(LaneStore.Memory.STORIES).stream().map(Map.Entry::getValue).toList(),
        store.clock());
    // an earlier release kept signatures for each lane
    store
        .memories(LaneStore.Memory.SIGNATURES)
        .forEach(entry -> store.deleteMemory(LaneStore.Memory.SIGNATURES, entry.getKey()));
  }

  /** Finds the original that an article copies; null if it is not a copy. */
  @Nullable CopyMatch findOriginal(PreparedArticle article, long order) {
    return copies
        .find(article.uri(), order, at(article), article.fingerprint(), store::fingerprint)
        .orElse(null);
  }

  /** Returns the entities that the names of an article refer to in this lane. */
  List<Entity> linkNames(PreparedArticle article) {
    long time = Math.min(article.orderTime(), store.clock()); // names expire by this time, too
    return names.link(article.names(), time);
  }

  /** Chooses the story of an article. */
  JoinDecision chooseStory(PreparedArticle article, List<Entity> entities) {
    return stories.decide(ArticleView.of(article, entities));
  }

  /** Adds an article that was assigned to a story. */
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

  /** Removes an article. */
  void remove(String uri) {
    if (copies.remove(uri)) {
      store.deleteMemory(LaneStore.Memory.COPIES, uri);
    }
    stories.remove(uri);
    store.deleteMemory(LaneStore.Memory.STORIES, uri);
  }

  /** Advances the windows and drops the articles that have left them. */
  void advance(long now) {
    copies
        .expire(Instant.ofEpochMilli(now).minus(CopyModel.WINDOW), MAX_EXPIRED_PER_STEP)
        .forEach(uri -> store.deleteMemory(LaneStore.Memory.COPIES, uri));
    stories.advance(now).forEach(uri -> store.deleteMemory(LaneStore.Memory.STORIES, uri));
  }

  /** Returns the repairs that the newest article of a story calls for. */
  List<Repair> proposeRepairs(String storyId) {
    return stories.repairs(storyId);
  }

  /** Carries out a repair and returns the articles that moved. */
  List<String> apply(Repair repair, @Nullable String newStoryId) {
    List<String> moved = stories.apply(repair, newStoryId);
    moved.forEach(uri -> store.putMemory(LaneStore.Memory.STORIES, uri, stories.encode(uri)));
    return moved;
  }

  /** Returns the remembered members of a story, oldest first. */
  List<String> members(String storyId) {
    return stories.members(storyId);
  }

  /** Returns the remembered copies of an article, given its number in the lane. */
  List<String> copies(long order) {
    return copies.copies(order);
  }

  private static Instant at(PreparedArticle article) {
    return Instant.ofEpochMilli(article.orderTime());
  }
}
