package dev.storywire.app.webhooks;

import dev.storywire.schemas.StoryEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts the sources of stories by a fold of their events. The counts depend only on the events, so
 * that after a restart they are the same again.
 */
final class SourceCounts {
  private static final int MAX_STORIES = 2_000;

  private final Function<String, List<StoryEvent>> eventsOf;
  private final Map<String, Fold> folds =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Entry<String, Fold> eldest) {
          return size() > MAX_STORIES;
        }
      };

  /**
   * Creates empty counts.
   *
   * @param eventsOf returns the latest events of a story, oldest first
   */
  SourceCounts(Function<String, List<StoryEvent>> eventsOf) {
    this.eventsOf = eventsOf;
  }

  /** Returns true if the event is the first after which its story has this number of sources. */
  boolean isReached(StoryEvent event, int sources) {
    Fold fold = folds.get(event.storyId());
    if (fold == null) {
      fold = before(event);
      folds.put(event.storyId(), fold);
    }
    boolean before = fold.most >= sources;
    apply(fold, event);
    return !before && fold.most >= sources;
  }

  private Fold before(StoryEvent event) {
    Fold fold = new Fold();
    for (StoryEvent earlier : eventsOf.apply(event.storyId())) {
      if (earlier.seq() < event.seq()) {
        apply(fold, earlier);
      }
    }
    return fold;
  }

  private void apply(Fold fold, StoryEvent event) {
    if (event.seq() <= fold.seq) {
      return; // read a second time
    }
    if (event instanceof StoryEvent.ArticleJoined joined) {
      fold.add(joined.uri(), joined.source());
    } else if (event instanceof StoryEvent.ArticleRevised revised) {
      fold.add(revised.uri(), revised.source());
    } else if (event instanceof StoryEvent.ArticleWithdrawn withdrawn) {
      fold.members.remove(withdrawn.uri());
    } else if (event instanceof StoryEvent.Split split) {
      split.uris().forEach(fold.members::remove);
    } else if (event instanceof StoryEvent.Merged merged && merged.from() != null) {
      Map<String, String> gained = lastMembers(merged.from());
      merged.uris().forEach(uri -> fold.add(uri, gained.get(uri)));
    }
    fold.seq = event.seq(); // last, since reading the events of another story may fail
  }

  /** Returns the sources of the articles that a story had before it was merged. */
  private Map<String, String> lastMembers(String storyId) {
    Fold fold = new Fold();
    for (StoryEvent event : eventsOf.apply(storyId)) {
      if (!(event instanceof StoryEvent.Merged merged && merged.into() != null)) {
        apply(fold, event);
      }
    }
    return fold.members;
  }

  /** The articles of a story with their sources. */
  private static final class Fold {
    private final Map<String, String> members = new HashMap<>();
    private long seq;
    private int most;

    private void add(String uri, @Nullable String source) {
      if (source != null) {
        members.put(uri, source);
        most = Math.max(most, new HashSet<>(members.values()).size());
      }
    }
  }
}
