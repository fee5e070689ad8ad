package dev.storywire.serve.catalog;

import dev.storywire.schemas.Story;
import dev.storywire.serve.query.StoryFilter;
import dev.storywire.serve.query.StoryListItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tests whether a story matches a filter. */
final class StoryMatcher implements Predicate<CatalogEntry> {
  private final StoryFilter filter;
  private final Set<String> entities;
  private final @Nullable String source;
  private final SearchText text;
  private final @Nullable Instant since;

  /**
   * Creates a matcher.
   *
   * @param entities ids of the entities that the filter may mean
   * @param eventTime newest event time; absent if there is no story
   */
  StoryMatcher(StoryFilter filter, Set<String> entities, @Nullable Instant eventTime) {
    this.filter = filter;
    this.entities = entities;
    this.source = filter.source() == null ? null : FoldedText.of(filter.source());
    this.text = SearchText.of(filter.text());
    Duration within = filter.within();
    this.since = within == null || eventTime == null ? null : eventTime.minus(within);
  }

  @Override
  public boolean test(CatalogEntry story) {
    StoryListItem line = story.line();
    boolean wantedStatus =
        filter.status() == null
            ? line.status() != Story.Status.MERGED
            : line.status() == filter.status();
    return wantedStatus
        && (filter.lane() == null || line.lane().equals(filter.lane()))
        && line.articleCount() >= filter.minArticles()
        && line.sourceCount() >= filter.minSources()
        && isInTime(line)
        && (filter.entity() == null || story.namesAny(entities))
        && (source == null || story.sources().contains(source))
        && text.matches(story.words());
  }

  /** Returns the entry of the list for a story that matches. */
  StoryListItem found(CatalogEntry story) {
    return story.found(text);
  }

  private boolean isInTime(StoryListItem line) {
    return (since == null || !line.lastUpdated().isBefore(since))
        && (filter.since() == null || !line.lastUpdated().isBefore(filter.since()))
        && (filter.until() == null || !line.firstSeen().isAfter(filter.until()));
  }
}
