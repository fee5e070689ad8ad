package dev.storywire.producer;

import dev.storywire.schemas.NewsItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the event times of the items of one source. An item without a date gets, in this order of
 * preference: the date of the document, the date of the previous dated item, the modification time
 * of the file, or the current time if the source is not a file. No event time is in the future.
 */
final class EventTimes {
  private final String source;
  private final Clock clock;
  private @Nullable Instant document;
  private @Nullable Instant neighbor;

  EventTimes(String source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  void documentDate(Instant date) {
    document = date;
  }

  /**
   * An event time. {@code estimatedFrom} describes the source of an estimate; null if the item
   * states its time.
   */
  record EventTime(Instant time, @Nullable String estimatedFrom) {}

  EventTime of(NewsItem item) {
    Instant now = clock.instant();
    Instant own = own(item);
    if (own != null) {
      neighbor = own.isAfter(now) ? neighbor : own;
      return new EventTime(own.isAfter(now) ? now : own, null);
    }
    EventTime estimate = estimate();
    return estimate.time().isAfter(now) ? new EventTime(now, "the time of reading") : estimate;
  }

  private EventTime estimate() {
    if (document != null) {
      return new EventTime(document, "the date of the document");
    }
    if (neighbor != null) {
      return new EventTime(neighbor, "the previous item");
    }
    Instant file = fileTime();
    return file == null
        ? new EventTime(clock.instant(), "the time of reading")
        : new EventTime(file, "the time of the file");
  }

  private static @Nullable Instant own(NewsItem item) {
    if (item.versionCreated() != null) {
      return item.versionCreated();
    }
    return item.firstCreated() != null ? item.firstCreated() : item.contentCreated();
  }

  private @Nullable Instant fileTime() {
    try {
      return Files.getLastModifiedTime(Path.of(source)).toInstant();
    } catch (IOException | InvalidPathException e) {
      return null; // a URL
    }
  }
}
