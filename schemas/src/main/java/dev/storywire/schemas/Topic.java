package dev.storywire.schemas;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The topics a Storywire deployment is made of, and how each is to be set up.
 *
 * <p>Full names are a prefix (default {@value #DEFAULT_PREFIX}) and the name here, so that a replay
 * runs beside the live service.
 */
public enum Topic {
  /** {@link NewsItem}s, keyed by uri; the history that replays read, kept until told otherwise. */
  RAW("raw", 4, Cleanup.DELETE, Stamp.EVENT, Duration.ofMillis(-1)),
  /** {@link ArticleVerdict}s, keyed by uri. */
  ARTICLES("articles", 4, Cleanup.COMPACT, Stamp.APPEND, Duration.ofDays(7)),
  /** {@link Story} snapshots, keyed by storyId. */
  STORIES("stories", 4, Cleanup.COMPACT, Stamp.APPEND, Duration.ofDays(7)),
  /** {@link StoryEvent}s, keyed by storyId, kept as long as the history that made them. */
  STORY_EVENTS("story-events", 4, Cleanup.DELETE, Stamp.APPEND, Duration.ofMillis(-1)),
  /** What could not be used: the bytes as they came, and {@link DeadLetterHeaders}. */
  DEAD_LETTERS("dead-letters", 1, Cleanup.DELETE, Stamp.APPEND, Duration.ofDays(30)),
  /** Internal: prepared articles and progress marks, by lane. Not part of the contract. */
  PREPARED("prepared", 4, Cleanup.DELETE, Stamp.APPEND, Duration.ofDays(2));

  /** Prefix of the live service's topics. */
  public static final String DEFAULT_PREFIX = "storywire.";

  /**
   * Largest record on any topic, bytes. Far more than an article needs ({@link
   * NewsItemReader#MAX_TEXT}), so that what is too large becomes a dead letter and does not vanish.
   */
  public static final int MAX_RECORD_BYTES = 32 * 1024 * 1024;

  private final String suffix;
  private final int partitions;
  private final Cleanup cleanup;
  private final Stamp stamp;
  private final Duration retention;

  Topic(String suffix, int partitions, Cleanup cleanup, Stamp stamp, Duration retention) {
    this.suffix = suffix;
    this.partitions = partitions;
    this.cleanup = cleanup;
    this.stamp = stamp;
    this.retention = retention;
  }

  /** Full name under a prefix, e.g. {@code storywire.raw}. */
  public String name(String prefix) {
    return prefix + suffix;
  }

  /** Partitions it is created with unless the operator says otherwise. */
  public int partitions() {
    return partitions;
  }

  /** What happens to old records. */
  public Cleanup cleanup() {
    return cleanup;
  }

  /**
   * Topic settings to create it with.
   *
   * @param replicationFactor copies of each partition; with 3 or more, two must have a record
   *     before it counts as written
   */
  public Map<String, String> config(int replicationFactor) {
    Map<String, String> config = new TreeMap<>();
    config.put("cleanup.policy", cleanup == Cleanup.COMPACT ? "compact" : "delete");
    config.put(
        cleanup == Cleanup.COMPACT ? "delete.retention.ms" : "retention.ms",
        Long.toString(retention.toMillis()));
    config.put("message.timestamp.type", stamp == Stamp.EVENT ? "CreateTime" : "LogAppendTime");
    config.put("min.insync.replicas", Integer.toString(replicationFactor >= 3 ? 2 : 1));
    config.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
    if (isOutput()) {
      config.put("compression.type", "uncompressed");
    }
    return Map.copyOf(config);
  }

  /**
   * Returns true for the topics that consumers outside the service read. The broker stores them
   * uncompressed, because some clients have no codec for what the service writes.
   */
  public boolean isOutput() {
    return this != RAW && this != PREPARED;
  }

  /**
   * What a record's timestamp is. Event times may be decades old, and Kafka deletes by timestamp:
   * only where the timestamp is the time of appending may records be deleted by age.
   */
  private enum Stamp {
    EVENT,
    APPEND
  }

  /** What happens to old records of a topic. */
  public enum Cleanup {
    /** Deleted by age. */
    DELETE,
    /** The newest of each key is kept. */
    COMPACT
  }
}
