package dev.storywire.story.learn;

import dev.storywire.story.prepare.LaneRule;
import dev.storywire.story.prepare.Preparation;
import dev.storywire.story.prepare.PreparedArticle;
import dev.storywire.story.prepare.PreparedArticleBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A set of articles, prepared once for many evaluations.
 *
 * @param name the file name
 * @param articles in stream order
 * @param labels story by uri; an article without one is background
 */
record PreparedSet(String name, List<PreparedArticle> articles, Map<String, String> labels) {
  /** Shortest and longest time from the first to the last article of a slow story. */
  private static final long SHORTEST_SLOW_MS = Duration.ofDays(3).toMillis();

  private static final long LONGEST_SLOW_MS = Duration.ofDays(30).toMillis();

  /** Prepares articles as the service does. */
  static PreparedSet of(String name, List<LabelledArticle> articles) {
    Preparation preparation = new Preparation(LaneRule.parse("language"));
    List<PreparedArticle> prepared = new ArrayList<>();
    Map<String, String> labels = new HashMap<>();
    for (LabelledArticle article : articles) {
      prepared.add(preparation.prepare(article.item(), 1, article.time().toEpochMilli()));
      if (article.isLabelled()) {
        labels.put(article.id(), Objects.requireNonNull(article.story()));
      }
    }
    return new PreparedSet(name, prepared, labels);
  }

  /**
   * Returns the set with the articles of each story spread over days or weeks, as reports on a
   * trial or a search are. The times follow from the uris and are the same in each run. Background
   * articles keep their times.
   */
  PreparedSet slow() {
    Map<String, Long> opened = new HashMap<>();
    List<PreparedArticle> slow = new ArrayList<>();
    for (PreparedArticle article : articles) {
      String story = labels.get(article.uri());
      if (story == null) {
        slow.add(article);
      } else {
        long start = opened.computeIfAbsent(story, s -> article.orderTime());
        long span = SHORTEST_SLOW_MS + (long) (share(story) * (LONGEST_SLOW_MS - SHORTEST_SLOW_MS));
        slow.add(at(article, start + (long) (share(article.uri()) * span)));
      }
    }
    slow.sort(Comparator.comparingLong(PreparedArticle::orderTime));
    return new PreparedSet(name + ", slow", slow, labels);
  }

  /** Returns a number from 0 to 1 that follows from a text. */
  private static double share(String text) {
    return new SplittableRandom(text.hashCode()).nextDouble();
  }

  private static PreparedArticle at(PreparedArticle article, long time) {
    return PreparedArticleBuilder.builder(article)
        .eventTime(time)
        .orderTime(time)
        .publishedAt(Instant.ofEpochMilli(time))
        .build();
  }
}
