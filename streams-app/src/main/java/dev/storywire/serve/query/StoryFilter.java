package dev.storywire.serve.query;

import dev.storywire.schemas.Story;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Restricts a list of stories. An absent component does not restrict it.
 *
 * @param status status of the stories; absent means open and closed
 * @param lane name of the lane
 * @param entity id of an entity, or the name of one; the case of a name does not matter
 * @param source name of a source of one of the listed articles; case does not matter
 * @param text words, each of which must begin a word of the headlines, summary, names or terms;
 *     phrases in quotation marks; and words with a minus sign, which exclude a story
 * @param minArticles least number of articles
 * @param minSources least number of sources
 * @param within the latest article is at most this much older than the newest event time
 * @param since the latest article is not earlier
 * @param until the first article is not later
 */
@RecordBuilder
public record StoryFilter(
    Story.@Nullable Status status,
    @Nullable String lane,
    @Nullable String entity,
    @Nullable String source,
    @Nullable String text,
    int minArticles,
    int minSources,
    @Nullable Duration within,
    @Nullable Instant since,
    @Nullable Instant until) {

  /** A filter that accepts all open and closed stories. */
  public static final StoryFilter NONE = StoryFilterBuilder.builder().build();
}
