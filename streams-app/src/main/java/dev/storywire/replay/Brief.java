package dev.storywire.replay;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What a person needs to find an article or a story again. */
public final class Brief {
  static final Comparator<Article> BY_TIME =
      comparing(Article::at, nullsLast(naturalOrder())).thenComparing(Article::uri);

  private Brief() {}

  /**
   * An article.
   *
   * @param at when it joined its story, event time
   * @param why it stands where it stands, in the run's own words
   */
  public record Article(
      String uri,
      @Nullable String headline,
      @Nullable String source,
      @Nullable Instant at,
      @Nullable String why) {}

  /** A story, its size and its beginning. */
  public record Story(
      String storyId,
      @Nullable String headline,
      int articles,
      int sources,
      @Nullable Instant first) {}
}
