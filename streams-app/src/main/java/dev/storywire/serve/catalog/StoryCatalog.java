package dev.storywire.serve.catalog;

import dev.storywire.schemas.Entity;
import dev.storywire.schemas.Story;
import dev.storywire.serve.query.Catalog;
import dev.storywire.serve.query.Cursor;
import dev.storywire.serve.query.EntityPage;
import dev.storywire.serve.query.EntityQuery;
import dev.storywire.serve.query.EntityResponse;
import dev.storywire.serve.query.ServiceStatus.LaneStatus;
import dev.storywire.serve.query.StoryFilter;
import dev.storywire.serve.query.StoryFilterBuilder;
import dev.storywire.serve.query.StoryListItem;
import dev.storywire.serve.query.StoryNames;
import dev.storywire.serve.query.StoryPage;
import dev.storywire.serve.query.StoryQuery;
import dev.storywire.serve.query.StoryUpdate;
import dev.storywire.serve.query.Volume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ordered list of stories in memory. Answers a {@link StoryQuery} without access to a store.
 *
 * <p>It is filled by {@link StoryUpdate}s, in any order and by several threads; an older snapshot
 * never replaces a newer one. It takes some kilobytes per story, and keeps the {@code capacity}
 * stories that were updated last.
 */
public final class StoryCatalog implements Catalog, Consumer<StoryUpdate> {
  private final int capacity;
  private final ConcurrentSkipListMap<Cursor, CatalogEntry> inOrder = new ConcurrentSkipListMap<>();
  private final Map<String, CatalogEntry> byId = new HashMap<>();
  private final EntityIndex entities = new EntityIndex();

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

  @Override
  public StoryPage stories(StoryQuery query) {
    StoryMatcher matcher = matcher(query.filter());
    Cursor after = query.after();
    var from = after == null ? inOrder : inOrder.tailMap(after, false);
    List<StoryListItem> stories = new ArrayList<>();
    // a story that moves up while the list is read can occur twice
    Set<String> seen = new HashSet<>();
    String next = null;
    for (CatalogEntry story : from.values()) {
      if (!matcher.test(story) || !seen.add(story.line().storyId())) {
        continue;
      }
      if (stories.size() == query.limit()) {
        next = Cursor.of(stories.get(stories.size() - 1)).encode();
        break;
      }
      stories.add(matcher.found(story));
    }
    return new StoryPage(stories, next, eventTime());
  }

  @Override
  public Volume volume(StoryFilter filter) {
    StoryMatcher matcher = matcher(filter);
    HourCounts counts = new HourCounts(eventTime());
    for (CatalogEntry story : inOrder.values()) {
      if (counts.isBefore(story.line().lastUpdated())) {
        break;
      }
      if (matcher.test(story)) {
        counts.add(story.line());
      }
    }
    return counts.volume();
  }

  @Override
  public EntityPage entities(EntityQuery query) {
    return entities.page(query);
  }

  @Override
  public Optional<EntityResponse> entity(String id) {
    return Optional.ofNullable(entities.find(id))
        .map(
            stories -> {
              StoryFilter named = StoryFilterBuilder.builder().entity(id).build();
              StoryPage page = stories(new StoryQuery(named, StoryQuery.DEFAULT_LIMIT, null));
              return EntitySummary.of(stories, page);
            });
  }

  @Override
  public synchronized Optional<StoryNames> names(String storyId) {
    return Optional.ofNullable(byId.get(storyId))
        .map(
            story ->
                new StoryNames(
                    story.line().seq(),
                    story.entities().stream().map(Entity::id).collect(Collectors.toSet())));
  }

  /** Returns the counts of a lane; the number of articles is the sum over its stories. */
  public LaneStatus lane(String lane, @Nullable Instant eventTime) {
    long stories = 0;
    long open = 0;
    long articles = 0;
    for (CatalogEntry indexed : inOrder.values()) {
      StoryListItem story = indexed.line();
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

  private StoryMatcher matcher(StoryFilter filter) {
    String entity = filter.entity();
    Set<String> ids = entity == null ? Set.of() : entities.idsOf(entity);
    return new StoryMatcher(filter, ids, eventTime());
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
    Cursor place = indexed.place();
    byId.put(story.storyId(), indexed);
    inOrder.put(place, indexed);
    if (known != null && !place.equals(known.place())) {
      inOrder.remove(known.place());
    }
    entities.replace(known, indexed);
    if (byId.size() > capacity) {
      remove(inOrder.lastKey().storyId());
    }
  }

  private synchronized void remove(String storyId) {
    CatalogEntry known = byId.remove(storyId);
    if (known != null) {
      inOrder.remove(known.place());
      entities.replace(known, null);
    }
  }
}
