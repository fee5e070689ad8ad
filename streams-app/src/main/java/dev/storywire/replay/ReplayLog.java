package dev.storywire.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.storywire.schemas.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The state of a replay in the compacted topic {@code replay-NAME.replay}: its origin, its
 * position, and the point at which it was promoted. As a topic, it is written in the same
 * transactions as the records.
 */
public final class ReplayLog {
  private static final String SUFFIX = "replay";

  private final Admin admin;
  private final Map<String, String> client;
  private final String topic;

  /** Opens the log of the replay with a topic prefix. */
  public ReplayLog(Admin admin, Map<String, String> client, String prefix) {
    this.admin = admin;
    this.client = client;
    this.topic = topic(prefix);
  }

  /** Returns the name of the topic. */
  static String topic(String prefix) {
    return prefix + SUFFIX;
  }

  /**
   * The origin of the history, which does not change during a replay.
   *
   * @param source the raw topic, or the files
   * @param from first event time; absent for the beginning
   * @param to end of the event times (exclusive); absent for the end
   * @param until end offsets of the topic at the start of the replay; empty for files
   * @param settings settings that affect decisions
   */
  public record Origin(
      String source,
      @Nullable Instant from,
      @Nullable Instant to,
      List<Long> until,
      SortedMap<String, String> settings) {}

  /**
   * The position of the copy.
   *
   * @param copied number of copied records of the history
   * @param total number of records of the history; -1 until they have been counted
   * @param next next offset in each partition of the source, once the history is copied
   * @param left earlier records that are not copied yet, as {@code partition@offset}
   */
  public record Position(long copied, long total, List<Long> next, List<String> left) {
    static final Position START = new Position(0, -1, List.of(), List.of());

    /** Returns true if the whole history is copied. */
    public boolean complete() {
      return copied == total;
    }
  }

  /** Returns the origin; empty if there is no such replay. */
  public Optional<Origin> origin() {
    return read(Entry.ORIGIN, Origin.class);
  }

  /** Returns the position. */
  public Position position() {
    return read(Entry.POSITION, Position.class).orElse(Position.START);
  }

  /** Returns the point, if the replay was promoted. */
  public Optional<PromotionPoint> point() {
    return read(Entry.POINT, PromotionPoint.class);
  }

  /** Creates the topic if it does not exist, and writes the origin. */
  void begin(Origin origin, RawWriter writer) {
    TopicRequests.create(admin, topic, 1, Map.of("cleanup.policy", "compact"));
    writer.writeEntry(entry(Entry.ORIGIN, origin));
  }

  ProducerRecord<byte[], byte[]> entry(Position position) {
    return entry(Entry.POSITION, position);
  }

  ProducerRecord<byte[], byte[]> entry(PromotionPoint point) {
    return entry(Entry.POINT, point);
  }

  private enum Entry {
    ORIGIN,
    POSITION,
    POINT
  }

  private ProducerRecord<byte[], byte[]> entry(Entry key, Object value) {
    try {
      return new ProducerRecord<>(
          topic,
          key.name().getBytes(StandardCharsets.UTF_8),
          Json.mapper().writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> Optional<T> read(Entry key, Class<T> type) {
    if (TopicRequests.partitions(admin, topic) == 0) {
      return Optional.empty();
    }
    Map<String, byte[]> latest = new HashMap<>();
    RawRangeReader.forEach(
        client,
        topic,
        TopicRequests.beginnings(admin, topic),
        TopicRequests.ends(admin, topic),
        r -> latest.put(new String(r.key(), StandardCharsets.UTF_8), r.value()));
    byte[] value = latest.get(key.name());
    try {
      return value == null ? Optional.empty() : Optional.of(Json.mapper().readValue(value, type));
    } catch (IOException e) {
      throw new UncheckedIOException(topic + " cannot be read", e);
    }
  }
}
