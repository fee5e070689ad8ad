package dev.storywire.app.audit;

import dev.storywire.schemas.NewsItemReader;
import dev.storywire.story.prepare.OrderKey;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The positions of the raw records, and the embargoes of those that have one. */
final class RawRecords {
  private final Set<String> positions = new LinkedHashSet<>();
  private final Map<String, Instant> embargoes = new HashMap<>();

  void add(ConsumerRecord<String, byte[]> record) {
    String position = record.topic() + "-" + record.partition() + "@" + record.offset();
    positions.add(position);
    if (NewsItemReader.read(record.value()) instanceof NewsItemReader.Read read) {
      OrderKey key = OrderKey.of(read.item(), read.version(), record.timestamp());
      if (key.orderTime() > record.timestamp()) {
        embargoes.put(position, Instant.ofEpochMilli(key.orderTime()));
      }
    }
  }

  /** Returns the positions, as {@code topic-partition@offset}. */
  Set<String> positions() {
    return Collections.unmodifiableSet(positions);
  }

  /** Returns true if the record is under an embargo at this time, so that it has no result yet. */
  boolean isHeld(String position, Instant now) {
    return embargoes.getOrDefault(position, Instant.MIN).isAfter(now);
  }
}
