package dev.storywire.replay.compare;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Short descriptions of articles and stories, enough for an editor to find them again. */
public final class Summary {
  static final Comparator<Article> BY_TIME =
      comparing(Article::at, nullsLast(naturalOrder())).thenComparing(Article::uri);

  private Summary() {}

  /**
   * An article.
   *
   * @param at event time at which it joined its story
   * @param why the reason for its assignment, as the run published it
   */
  public record Article(
      String uri,
      @Nullable String headline,
      @Nullable String source,
      @Nullable Instant at,
      @Nullable String why) {}

  /**
   * A story.
   *
   * @param first event time of its first article
   */
  public record Story(
      String storyId,
      @Nullable String headline,
      int articles,
      int sources,
      @Nullable Instant first) {}
}
