package dev.storywire.serve.query;

import dev.storywire.schemas.ArticleVerdict;
import dev.storywire.schemas.Story;
import dev.storywire.schemas.StoryEvent;
import dev.storywire.serve.catalog.StoryCatalog;
import dev.storywire.serve.peers.ClusterQueries;
import java.util.List;
import java.util.Optional;

/**
 * What this instance can be asked: the list of all stories, and the stories, verdicts and events in
 * its own stores.
 *
 * <p>Every method may throw {@link NotReady} while a store is being moved or restored, and must be
 * safe to call from many threads. Looking on other instances is {@link ClusterQueries}' work.
 */
public interface StoryQueries {
  /**
   * One page of the list of stories of all lanes, latest first: what a {@link StoryCatalog} that
   * follows the {@linkplain StoryEvents feed} answers.
   */
  StoryPage stories(StoryQuery query);

  /** The latest snapshot of a story. */
  Optional<Story> story(String storyId);

  /** The latest verdict on an article. */
  Optional<ArticleVerdict> article(String uri);

  /**
   * What happened to a story, in order of {@code seq}; of a longer history the latest {@code limit}
   * events.
   */
  List<StoryEvent> events(String storyId, int limit);

  /** How this instance is. */
  ServiceStatus status();
}
