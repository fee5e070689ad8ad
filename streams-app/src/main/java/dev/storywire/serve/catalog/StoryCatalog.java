package dev.storywire.serve.catalog;

import dev.storywire.schemas.Story;
import dev.storywire.serve.query.Cursor;
import dev.storywire.serve.query.ServiceStatus.LaneStatus;
import dev.storywire.serve.query.StoryLine;
import dev.storywire.serve.query.StoryPage;
import dev.storywire.serve.query.StoryQuery;
import dev.storywire.serve.query.StoryUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ordered list of stories in memory. Answers a {@link StoryQuery} without access to a store.
 *
 * <p>It is filled by {@link StoryUpdate}s, in any order and by several threads; an older snapshot
 * never replaces a newer one. It takes about two kilobytes per story, and keeps the {@code
 * capacity} stories that were updated last.
 */
public final class StoryCatalog implements Consumer<StoryUpdate> {
  private final int capacity;
  private final ConcurrentSkipListMap<Cursor, CatalogEntry> inOrder = new ConcurrentSkipListMap<>();
  private final Map<String, CatalogEntry> byId = new HashMap<>();

  /** Creates an empty list of at most {@code capacity} stories. */
  public StoryCatalog(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public void accept(StoryUpdate update) {
    Story story = update.story();
    if (story == null) {
      remove(update.storyId());
    } else {
      put(story);
    }
  }

  /** Returns one page of the stories that match a query. */
  public StoryPage page(StoryQuery query) {
    StoryFilter filter = new StoryFilter(query);
    Cursor after = query.after();
    var from = after == null ? inOrder : inOrder.tailMap(after, false);
    List<StoryLine> stories = new ArrayList<>();
    // a story that moves up while the list is read can occur twice
    Set<String> seen = new HashSet<>();
    String next = null;
    for (CatalogEntry story : from.values()) {
      if (!filter.test(story) || !seen.add(story.line().storyId())) {
        continue;
      }
      if (stories.size() == query.limit()) {
        next = Cursor.of(stories.get(stories.size() - 1)).encode();
        break;
      }
      stories.add(story.line());
    }
    return new StoryPage(stories, next, eventTime());
  }

  /** Returns the counts of a lane; the number of articles is the sum over its stories. */
  public LaneStatus lane(String lane, Instant eventTime) {
    long stories = 0;
    long open = 0;
    long articles = 0;
    for (CatalogEntry indexed : inOrder.values()) {
      StoryLine story = indexed.line();
      if (story.lane().equals(lane) && story.status() != Story.Status.MERGED) {
        stories++;
        open += story.status() == Story.Status.OPEN ? 1 : 0;
        articles += story.articleCount();
      }
    }
    return new LaneStatus(lane, stories, open, articles, eventTime);
  }

  /** Returns the number of stories. */
  public int size() {
    return inOrder.size();
  }

  private @Nullable Instant eventTime() {
    var first = inOrder.firstEntry();
    return first == null ? null : first.getKey().lastUpdated();
  }

  private synchronized void put(Story story) {
    CatalogEntry known = byId.get(story.storyId());
    if (known != null && known.line().seq() > story.seq()) {
      return;
    }
    CatalogEntry indexed = CatalogEntry.of(story);
    Cursor place = Cursor.of(indexed.line());
    byId.put(story.storyId(), indexed);
    inOrder.put(place, indexed);
    if (known != null && !place.equals(Cursor.of(known.line()))) {
      inOrder.remove(Cursor.of(known.line()));
    }
    if (byId.size() > capacity) {
      remove(inOrder.lastKey().storyId());
    }
  }

  private synchronized void remove(String storyId) {
    CatalogEntry known = byId.remove(storyId);
    if (known != null) {
      inOrder.remove(Cursor.of(known.line()));
    }
  }
}
