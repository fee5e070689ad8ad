package dev.storywire.serve.query;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import java.util.List;
import java.util.Optional;

/**
 * Queries to this instance: the list of all stories, and the stories, verdicts and events in its
 * own stores.
 *
 * <p>All methods are thread-safe and may throw {@link NotReadyException} while a store is being
 * moved or restored. Queries to other instances are in {@code serve.peers}.
 */
public interface StoryQueries {
  /** Returns the list of stories, which is updated by the {@linkplain StoryEvents feed}. */
  Catalog catalog();

  /** Returns the latest snapshot of a story. */
  Optional<Story> story(String storyId);

  /** Returns the latest verdict on an article. */
  Optional<ArticleVerdict> article(String uri);

  /** Returns the latest {@code limit} events of a story, in order of {@code seq}. */
  List<StoryEvent> events(String storyId, int limit);

  /** Returns the status of this instance. */
  ServiceStatus status();
}
