package dev.storywire.serve.catalog;

import dev.storywire.serve.query.StoryListItem;
import dev.storywire.serve.query.Volume;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts the articles of stories by hour. */
final class HourCounts {
  private final @Nullable Instant eventTime;
  private final Instant from;
  private final int[] articles = new int[Volume.HOURS];

  /** Creates counts of zero. The last hour has the newest event time. */
  HourCounts(@Nullable Instant eventTime) {
    this.eventTime = eventTime;
    this.from =
        eventTime == null
            ? Instant.EPOCH
            : eventTime.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(Volume.HOURS - 1L));
  }

  /** Returns true if a time is before the first hour. */
  boolean isBefore(Instant time) {
    return time.isBefore(from);
  }

  /** Adds the articles that a story lists. */
  void add(StoryListItem story) {
    for (long minutes : story.arrivals()) {
      Instant at = story.lastUpdated().minus(Duration.ofMinutes(minutes));
      long hour = Duration.between(from, at).toHours();
      if (!at.isBefore(from) && hour < articles.length) {
        articles[(int) hour]++;
      }
    }
  }

  Volume volume() {
    if (eventTime == null) {
      return new Volume(List.of(), null);
    }
    return new Volume(
        IntStream.range(0, articles.length)
            .mapToObj(hour -> new Volume.Hour(from.plus(Duration.ofHours(hour)), articles[hour]))
            .toList(),
        eventTime);
  }
}
