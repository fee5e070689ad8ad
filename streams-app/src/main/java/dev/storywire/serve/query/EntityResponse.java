package dev.storywire.serve.query;

import dev.storywire.schemas.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response to a query for an entity. Its lists are computed from at most {@link #MAX_STORIES}
 * stories, those that were updated last.
 *
 * @param spellings names by which stories show it, most frequent first
 * @param lanes lanes of its stories, most frequent first
 * @param with entities that the same stories name, most frequent first, at most {@link #MAX_WITH}
 * @param days for each UTC day, the number of its stories with an article on that day, latest
 *     first, at most {@link #MAX_DAYS}
 * @param stories the first page of its stories, latest first
 * @param next cursor of the next page of stories; absent on the last page
 * @param eventTime newest event time; ages are computed from it
 */
public record EntityResponse(
    EntityListItem entity,
    List<Spelling> spellings,
    List<LaneCount> lanes,
    List<Companion> with,
    List<DayCount> days,
    List<StoryListItem> stories,
    @Nullable String next,
    @Nullable Instant eventTime) {

  /** Maximum number of stories that the lists are computed from. */
  public static final int MAX_STORIES = 1_000;

  /** Maximum number of entities in {@code with}. */
  public static final int MAX_WITH = 30;

  /** Maximum number of days. */
  public static final int MAX_DAYS = 60;

  /** A name, and the number of stories that use it. */
  public record Spelling(String name, int storyCount) {}

  /** A lane, and the number of its stories. */
  public record LaneCount(String lane, int storyCount) {}

  /** Another entity, and the number of stories that name both. */
  public record Companion(String id, String name, Entity.Type type, int storyCount) {}

  /** A day, and the number of stories. */
  public record DayCount(LocalDate day, int storyCount) {}
}
