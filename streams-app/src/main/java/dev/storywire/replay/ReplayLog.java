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
 * What a replay remembers of itself, in the compacted topic {@code replay-NAME.replay}: what it
 * replays, how far it has copied, and the point at which it was promoted. Being a topic it is
 * written in one transaction with the records it speaks of, and is lost with them alone.
 */
public final class ReplayLog {
  private static final String SUFFIX = "replay";

  private final Admin admin;
  private final Map<String, String> client;
  private final String topic;

  /** The log of the replay under a prefix. */
  public ReplayLog(Admin admin, Map<String, String> client, String prefix) {
    this.admin = admin;
    this.client = client;
    this.topic = topic(prefix);
  }

  /** The log's topic under a prefix. */
  static String topic(String prefix) {
    return prefix + SUFFIX;
  }

  /**
   * What is replayed: the same for the whole of a replay.
   *
   * @param source the raw topic, or the files
   * @param from first event time; absent for the beginning
   * @param to event time before which it ends; absent for the end
   * @param until where the partitions of the topic ended when the replay was begun; empty for files
   * @param settings those that shape decisions
   */
  public record Origin(
      String source,
      @Nullable Instant from,
      @Nullable Instant to,
      List<Long> until,
      SortedMap<String, String> settings) {}

  /**
   * How far the copying is.
   *
   * @param copied records of the history
   * @param total of them; -1 until they have been counted
   * @param next offset to go on from in each partition of the source, once the history is copied
   * @param left records before that which are not copied yet, as {@code partition@offset}
   */
  public record Position(long copied, long total, List<Long> next, List<String> left) {
    static final Position START = new Position(0, -1, List.of(), List.of());

    /** Whether the whole history is copied. */
    public boolean complete() {
      return copied == total;
    }
  }

  /** What the replay was begun with; empty if there is no such replay. */
  public Optional<Origin> origin() {
    return read(Entry.ORIGIN, Origin.class);
  }

  /** How far it is. */
  public Position position() {
    return read(Entry.POSITION, Position.class).orElse(Position.START);
  }

  /** Where it was promoted. */
  public Optional<PromotionPoint> point() {
    return read(Entry.POINT, PromotionPoint.class);
  }

  /** Makes the topic, where it is missing, and notes what is replayed. */
  void begin(Origin origin, RawWriter writer) {
    Topics.create(admin, topic, 1, Map.of("cleanup.policy", "compact"));
    writer.note(entry(Entry.ORIGIN, origin));
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
    if (Topics.partitions(admin, topic) == 0) {
      return Optional.empty();
    }
    Map<String, byte[]> latest = new HashMap<>();
    RawRange.forEach(
        client,
        topic,
        Topics.beginnings(admin, topic),
        Topics.ends(admin, topic),
        r -> latest.put(new String(r.key(), StandardCharsets.UTF_8), r.value()));
    byte[] value = latest.get(key.name());
    try {
      return value == null ? Optional.empty() : Optional.of(Json.mapper().readValue(value, type));
    } catch (IOException e) {
      throw new UncheckedIOException(topic + " cannot be read", e);
    }
  }
}
