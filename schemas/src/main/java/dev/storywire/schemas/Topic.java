package dev.storywire.schemas;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The topics of a deployment and their settings.
 *
 * <p>A full name is a prefix (default {@value #DEFAULT_PREFIX}) followed by the name here. A replay
 * has its own prefix.
 */
public enum Topic {
  /** {@link NewsItem}s, keyed by uri. The history for replays, with unlimited retention. */
  RAW("raw", 4, Cleanup.DELETE, Stamp.EVENT, Duration.ofMillis(-1)),
  /** {@link ArticleVerdict}s, keyed by uri. */
  ARTICLES("articles", 4, Cleanup.COMPACT, Stamp.APPEND, Duration.ofDays(7)),
  /** {@link Story} snapshots, keyed by storyId. */
  STORIES("stories", 4, Cleanup.COMPACT, Stamp.APPEND, Duration.ofDays(7)),
  /** {@link StoryEvent}s, keyed by storyId, with unlimited retention. */
  STORY_EVENTS("story-events", 4, Cleanup.DELETE, Stamp.APPEND, Duration.ofMillis(-1)),
  /** Refused records, unchanged except for {@link DeadLetterHeaders}. */
  DEAD_LETTERS("dead-letters", 1, Cleanup.DELETE, Stamp.APPEND, Duration.ofDays(30)),
  /** Internal: prepared articles and progress marks, by lane. Not part of the contract. */
  PREPARED("prepared", 4, Cleanup.DELETE, Stamp.APPEND, Duration.ofDays(2));

  /** Default prefix, for the live service. */
  public static final String DEFAULT_PREFIX = "storywire.";

  /**
   * Largest record on any topic, in bytes. It is far larger than a valid article ({@link
   * NewsItemReader#MAX_TEXT}), so that an article that is too large becomes a dead letter instead
   * of being lost.
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

  /** Returns the full name under a prefix, e.g. {@code storywire.raw}. */
  public String name(String prefix) {
    return prefix + suffix;
  }

  /** Returns the default number of partitions. */
  public int partitions() {
    return partitions;
  }

  /** Returns the cleanup policy. */
  public Cleanup cleanup() {
    return cleanup;
  }

  /**
   * Returns the settings with which the topic is created.
   *
   * @param replicationFactor replicas of each partition; with 3 or more, {@code
   *     min.insync.replicas} is 2
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
   * uncompressed, because some clients lack the codec that the service uses.
   */
  public boolean isOutput() {
    return this != RAW && this != PREPARED;
  }

  /**
   * The meaning of the timestamps. Kafka deletes records by timestamp, and event times may be
   * decades old. Therefore only topics with append time may have a retention time.
   */
  private enum Stamp {
    EVENT,
    APPEND
  }

  /** Cleanup policies. */
  public enum Cleanup {
    /** Old records are deleted. */
    DELETE,
    /** The latest record of each key is kept. */
    COMPACT
  }
}
